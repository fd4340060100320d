/** The maximum length of a search in the contract. */
export const maxSearchLength = 200;
