/** So many mail domains of a customer are kept: they are evidence, and a record must stay small enough to be stored. */
export const MOST_MAIL_DOMAINS = 200;
