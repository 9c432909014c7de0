import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { testDatabase } from '../testing/database.ts'
import { copyOut } from './copy.ts'
import { withClient } from './roles.ts'

const md5 = (text: string) => createHash('md5').update(text).digest('hex')

test('rows larger than the stream takes at once come out whole, one table after the other', async () => {
  const database = await testDatabase()
  try {
    await withClient(database.ownerUrl, async (client) => {
      for (const rows of [1, 3, 400]) {
        const taken: Buffer[] = []
        const slow = new Writable({
          highWaterMark: 1024,
          write: (chunk: Buffer, _encoding, next) => void setImmediate(() => next(void taken.push(chunk))),
        })
        const select = `select repeat(md5(n::text), 1000) from generate_series(1, ${rows}) n order by n`
        await copyOut(client, `copy (${select}) to stdout`, slow)
        const found = Buffer.concat(taken).toString().trimEnd().split('\n')
        const wanted = Array.from({ length: rows }, (_, at) => md5(String(at + 1)).repeat(1000))
        assert.equal(md5(found.join()), md5(wanted.join()))
      }
    })
  } finally {
    await database.drop()
  }
})

test('a stream that breaks ends the copy with its fault', async () => {
  const database = await testDatabase()
  try {
    await withClient(database.ownerUrl, async (client) => {
      const full = new Writable({
        highWaterMark: 1024,
        write: (_chunk, _encoding, taken) => void setImmediate(() => taken(new Error('no space left'))),
      })
      const copied = copyOut(client, "copy (select repeat('x', 99999) from generate_series(1, 40)) to stdout", full)
      await assert.rejects(copied, /no space left/)
    })
  } finally {
    await database.drop()
  }
})
