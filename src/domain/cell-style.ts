/** How a written cell looks; what is absent stays as the spreadsheet's default. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly fontSize?: number;
  /** Colours as #rrggbb. */
  readonly foreground?: string;
  readonly background?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** A spreadsheet number pattern such as 0.00; the workbook's locale decides comma or point. */
  readonly numberFormat?: string;
  readonly borders?: boolean;
}
