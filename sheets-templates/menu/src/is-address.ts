/** Whether a text looks like an e-mail address; whether there is such an account is known to Google alone. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
