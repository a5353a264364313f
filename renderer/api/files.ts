import { VerbatimError } from '../../shared/contract/errors.ts';
import { filePieceBytes } from '../../shared/contract/methods/files.ts';
import { create } from 'zustand';
import { call } from './connection.ts';

/** Largest piece handed to String.fromCharCode at once: more arguments than this overflow the stack. */
const characterRun = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += characterRun)
    binary += String.fromCharCode(...bytes.subarray(start, start + characterRun));
  return btoa(binary);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
  return bytes;
}

type UploadOptions = {
  readonly signal?: AbortSignal;
  /** Told after every piece how many bytes have arrived. */
  readonly onProgress?: (received: number) => void;
};

/** Hands a file the user chose or dropped to the core, piece by piece; answers its ticket. Throws `cancelled`. */
export async function uploadFile(file: File, { signal, onProgress }: UploadOptions = {}): Promise<string> {
  const goOn = (): void => {
    if (signal?.aborted) throw new VerbatimError('cancelled', {});
  };
  goOn();
  const { ticket } = await call('files.begin', { name: file.name, size: file.size });
  try {
    goOn();
    for (let start = 0; start < file.size; start += filePieceBytes) {
      const piece = new Uint8Array(await file.slice(start, start + filePieceBytes).arrayBuffer());
      const { received } = await call('files.append', { ticket, base64: base64Of(piece) });
      goOn();
      onProgress?.(received);
    }
    return ticket;
  } catch (error) {
    discardFile(ticket);
    throw error;
  }
}

/** Lets the core forget a file; one it no longer has is no failure. */
export function discardFile(ticket: string): void {
  call('files.discard', { ticket }).catch(() => null);
}

/** Hands a file to the core for one use. */
export async function withUploaded<Answer>(file: File, use: (ticket: string) => Promise<Answer>): Promise<Answer> {
  const ticket = await uploadFile(file);
  try {
    return await use(ticket);
  } finally {
    discardFile(ticket);
  }
}

type SavedFile = {
  readonly name: string;
  /** Its ticket; the core is given the file first where the page has made it. */
  readonly ticket: () => Promise<string>;
};

/** The file saved last; a new object each time. */
export const useSavedFile = create<{ readonly saved: SavedFile | null }>(() => ({ saved: null }));

/** Gives a file to the user as a download; nothing leaves the computer. */
function giveFile(name: string, content: Blob, ticket: SavedFile['ticket']): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  useSavedFile.setState({ saved: { name, ticket } });
}

/** Gives a file the page has made to the user. */
export function saveFile(name: string, content: Blob): void {
  giveFile(name, content, () => uploadFile(new File([content], name)));
}

export function saveCsv(name: string, text: string): void {
  saveFile(name, new Blob([text], { type: 'text/csv;charset=utf-8' }));
}

/** Fetches a file the core has made and gives it to the user under its name. */
export async function downloadTicket(ticket: string): Promise<void> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  let name = '';
  let size = 1;
  while (received < size) {
    const answer = await call('files.read', { ticket, offset: received, length: filePieceBytes });
    const piece = bytesOf(answer.base64);
    ({ name, size } = answer);
    if (piece.length === 0 && received < size) throw new VerbatimError('file_unreadable', { file: name });
    pieces.push(piece);
    received += piece.length;
  }
  giveFile(name, new Blob(pieces), async () => ticket);
}
