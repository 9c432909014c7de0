import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { reacher } from '../../journeys/reach.ts'
import { traces, withoutPoppler } from '../../journeys/traces.ts'
import { sendEmail } from '../notifications/index.ts'
import { openTestHouse } from './testing.ts'

test(
  'the portal’s address is a setting of the deployment: slips and letters follow it [S1-3.1, S3A-11.1]',
  { skip: withoutPoppler },
  async () => {
    const letters: string[] = []
    const office = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, answer) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => answer(void letters.push(Buffer.concat(parts).toString('utf8'))))
      },
    })
    await once(office.listen(0, '127.0.0.1'), 'listening')
    const { port } = office.server.address() as AddressInfo
    try {
      for (const url of ['https://dichvucong.hoagiang.gov.vn', 'https://dvc.hoagiang.vn']) {
        const house = await openTestHouse({ env: { MOTCUA_URL: url } })
        try {
          const at = reacher(house.base)
          const { id, code } = await at.dossierIn('accepted')
          const receipt = await traces(house, at).paper('congdan', id, 'receipt')
          assert.ok(receipt.replaceAll(' ', '').includes(`${url.slice(8)}/tra-cuu/${code}`), receipt)
          const { db, vault, clock } = house.house
          const { id: message } = await db
            .selectFrom('notifications.message')
            .select('id')
            .where('dossier', '=', id)
            .orderBy('created_at', 'desc')
            .limit(1)
            .executeTakeFirstOrThrow()
          const settings = { smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`, from: 'motcua@example.vn' }
          await sendEmail(db, vault, { ...settings, url: house.house.config.url }, message, clock.now())
          assert.ok(letters.pop()!.includes(url.slice(8)), `a letter names ${url}`)
        } finally {
          await house.close()
        }
      }
    } finally {
      await new Promise<void>((closed) => office.close(closed))
    }
  },
)
