import { randomFillSync } from 'node:crypto';
import { asId, type Id } from '../../shared/domain/ids.ts';

/** Random bytes are drawn from the system many at a time: a draw costs far more than the rest of an id. */
const poolBytes = 8192;

/**
 * Mints UUIDv7 text (RFC 9562, section 5.7): 48 bits of Unix milliseconds, then a 12-bit counter that keeps ids of
 * one millisecond in order (section 6.2, method 1), then 62 random bits. A clock that goes back does not break the order.
 */
export function createUuidV7(clock: { now(): Date }): <Kind extends string>() => Id<Kind> {
  const pool = Buffer.alloc(poolBytes);
  let used = poolBytes;
  const random = (count: number): Buffer => {
    if (used + count > poolBytes) {
      randomFillSync(pool);
      used = 0;
    }
    used += count;
    return pool.subarray(used - count, used);
  };
  let last = 0;
  let counter = 0;
  return <Kind extends string>() => {
    const now = clock.now().getTime();
    if (now > last) {
      last = now;
      counter = random(2).readUInt16BE() & 0x7ff;
    } else if (++counter > 0xfff) {
      last += 1;
      counter = 0;
    }
    const bytes = random(16);
    bytes.writeUIntBE(last, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    const hex = bytes.toString('hex');
    return asId<Kind>(
      `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    );
  };
}
