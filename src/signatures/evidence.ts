import { createHash } from 'node:crypto'
import { type EntriesAsked, evidenceOf, write } from '../audit/index.ts'
import type { House } from '../ground/house.ts'
import { tarOf } from '../ground/tar.ts'
import { toPem } from './pem.ts'
import { serviceKey } from './service-keys.ts'
import { signForHouse, stampBytes } from './stamping.ts'

const howTo = `Kiểm tra không cần phần mềm Một Cửa / how to check without this program:

  openssl cms -verify -binary -inform DER -in evidence.json.p7s -content evidence.json -CAfile root.pem -purpose any -out /dev/null
  openssl ts -verify -data evidence.json.p7s -in evidence.json.tsr -token_in -CAfile root.pem

Mỗi "hash" là SHA-256 của "hashed"; dòng đầu của "hashed" là hash của mục đứng trước trong cùng chuỗi.
Each "hash" is the SHA-256 of "hashed"; its first line is the hash of the entry before it in the same stream.
`

/** Evidence from the audit in one archive: the entries, the house's signature over them, the time stamp over that, the root. Asking for it is written down. */
export async function evidenceTar(
  house: Pick<House, 'db' | 'vault' | 'config'>,
  asked: EntriesAsked,
  by: string,
  now: Date,
): Promise<Buffer> {
  const { text, entries } = await evidenceOf(house.db, asked, by, now)
  const bytes = Buffer.from(text)
  const signature = await signForHouse(house, bytes, now)
  const stamp = await stampBytes(house, signature, now)
  const { root } = await serviceKey(house.db, house.vault, 'audit-seal', now)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await write(house.db, {
    stream: `account:${by}`,
    act: 'export-audit',
    actor: by,
    details: { filtered: Object.keys(asked), count: entries, sha256 },
    occurredAt: now,
  })
  return tarOf(
    {
      'evidence.json': bytes,
      'evidence.json.p7s': signature,
      'evidence.json.tsr': stamp,
      'root.pem': toPem(root),
      'how-to-check.txt': howTo,
    },
    now,
  )
}
