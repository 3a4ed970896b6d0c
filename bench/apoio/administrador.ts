/** The administrator whom the product creates at its first start on a new database. */
export const ADMIN_ID = 1;
