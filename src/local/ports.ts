/** Where the spreadsheet server listens when nobody says otherwise; the functions take the port after it. */
export const USUAL_PORT = 9200;

/** The page comes on the second port after that of the spreadsheet server. */
export const PAGE_AFTER = 2;
