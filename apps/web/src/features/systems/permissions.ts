/** What this person may do here; the sentences stand beside the buttons they block. */
export interface Permissions {
  /** Why this person cannot add, or null. */
  whyNotAdd: string | null;
  /** Why this person cannot change what is there, or null. */
  whyNotChange: string | null;
}
