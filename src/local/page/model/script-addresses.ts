/** Stands for the spreadsheet server in what the script's worker asks: where that is, and with whose token, the page's server knows. */
export const SHEETS_OF_WORKBOOK = 'sheets://workbook/';

/** Stands for the identity token of the person who clicks, in calls of the functions. */
export const IDENTITY_OF_PERSON = 'identity-of-the-person';
