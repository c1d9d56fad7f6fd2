import { createCipheriv, createDecipheriv } from 'node:crypto';

/** What an enciphered number stands for. The values are in mails that people keep: never renumber. */
export const blockKinds = {
  signature: 1,
  resubmission: 2,
  letter: 3,
  delivery: 4,
  message: 5,
  me: 6,
  answer: 7,
  recipient: 8,
} as const;
export type BlockKind = keyof typeof blockKinds;

/**
 * A row's number as 16 opaque bytes: one AES-256 block of kind, number and seven zero bytes. The
 * zeros make a guessed block fail (1 in 2^56) before any database is asked. One block with a key of
 * its own never shows two plaintexts alike, so ECB leaks nothing here.
 */
export function encipher(key: Buffer, kind: BlockKind, id: number): Buffer {
  const block = Buffer.alloc(16);
  block.writeUInt8(blockKinds[kind], 0);
  block.writeBigUInt64BE(BigInt(id), 1);
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

/** The kind and number in a block, or undefined if we did not make it. */
export function decipher(key: Buffer, bytes: Buffer): { kind: BlockKind; id: number } | undefined {
  if (bytes.length !== 16) return undefined;
  const cipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const block = Buffer.concat([cipher.update(bytes), cipher.final()]);
  if (!block.subarray(9).equals(Buffer.alloc(7))) return undefined;
  const kind = (Object.keys(blockKinds) as BlockKind[]).find((name) => blockKinds[name] === block[0]);
  const id = Number(block.readBigUInt64BE(1));
  return kind === undefined || !Number.isSafeInteger(id) ? undefined : { kind, id };
}
