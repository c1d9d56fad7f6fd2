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

/** Writes numbers so that nobody can guess one, and reads them. */
export interface Blocks {
  encipher(kind: BlockKind, id: number): Buffer;
  /** The kind and number in a block, or undefined if we did not make it. */
  decipher(bytes: Buffer): { kind: BlockKind; id: number } | undefined;
}

/**
 * A row's number as 16 opaque bytes: one AES-256 block of kind, number and seven zero bytes. The
 * zeros make a guessed block fail (1 in 2^56) before any database is asked. One block with a key of
 * its own never shows two plaintexts alike, so ECB leaks nothing here; and as no block depends on another, one cipher serves
 * for all (making one takes twenty times as long as a block).
 */
export function openBlocks(key: Buffer): Blocks {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  const decipher = createDecipheriv('aes-256-ecb', key, null).setAutoPadding(false);
  return {
    encipher: (kind, id) => {
      const block = Buffer.alloc(16);
      block.writeUInt8(blockKinds[kind], 0);
      block.writeBigUInt64BE(BigInt(id), 1);
      return cipher.update(block);
    },
    decipher: (bytes) => {
      if (bytes.length !== 16) return undefined;
      const block = decipher.update(bytes);
      if (!block.subarray(9).equals(Buffer.alloc(7))) return undefined;
      const kind = (Object.keys(blockKinds) as BlockKind[]).find((name) => blockKinds[name] === block[0]);
      const id = Number(block.readBigUInt64BE(1));
      return kind === undefined || !Number.isSafeInteger(id) ? undefined : { kind, id };
    },
  };
}
