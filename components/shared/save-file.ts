/** Hands a text to the browser as a file to keep. The address of the blob lives only as long as the download needs it. */
const REVOKE_AFTER_MS = 60_000;

export function saveFile(name: string, text: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Firefox reads the blob after the click has returned; revoking at once would lose the file.
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
