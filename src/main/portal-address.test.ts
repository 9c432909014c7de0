import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { reacher } from '../../journeys/reach.ts'
import { traces, withoutPoppler } from '../../journeys/traces.ts'
import { accountByName } from '../accounts/index.ts'
import { notifyAll } from '../notifications/index.ts'
import { openTestHouse } from './testing.ts'
import { jobs } from './worker.ts'

test(
  'the address of the portal and that of the one-stop system are two settings of the deployment: slips and letters to people follow the one, officers the other [S1-3.1, S3A-11.1, S3A-6.1]',
  { skip: withoutPoppler },
  async () => {
    const letters: string[] = []
    const office = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, _session, answer) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => answer(void letters.push(Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', ''))))
      },
    })
    await once(office.listen(0, '127.0.0.1'), 'listening')
    const { port } = office.server.address() as AddressInfo
    try {
      for (const url of ['https://dichvucong.hoagiang.gov.vn', 'https://dvc.hoagiang.vn']) {
        const oneStopUrl = url.replace('//', '//motcua.')
        const house = await openTestHouse({ env: { MOTCUA_URL: url, MOTCUA_ONE_STOP_URL: oneStopUrl } })
        try {
          const at = reacher(house.base)
          const { id, code, reference } = await at.dossierIn('accepted')
          const receipt = await traces(house, at).paper('congdan', id, 'receipt')
          assert.ok(receipt.replaceAll(' ', '').includes(`${url.slice(8)}/tra-cuu/${reference}`), receipt)
          assert.ok(receipt.includes(code), 'and the code beside it')
          const { db, vault, clock } = house.house
          const { id: message } = await db
            .selectFrom('notifications.message')
            .select('id')
            .where('dossier', '=', id)
            .orderBy('created_at', 'desc')
            .limit(1)
            .executeTakeFirstOrThrow()
          const settings = { smtpUrl: `smtp://127.0.0.1:${port}?ignoreTLS=true`, mailFrom: 'motcua@example.vn' }
          const run = jobs({ ...house.house, config: { ...house.house.config, ...settings } })['send-message']
          await run({ message })
          assert.ok(letters.pop()!.includes(`${url}/ho-so`), `a letter names ${url}`)

          const officer = (await accountByName(db, 'tiepnhan'))!.id
          const profile = vault.sealJson({ name: 'x', email: 'tiepnhan@example.vn' }, `accounts.profile:${officer}`)
          await db.updateTable('accounts.account').set({ profile_sealed: profile }).where('id', '=', officer).execute()
          const notice = {
            account: officer,
            dossier: id,
            template: 'dossier.issued' as const,
            gaps: { code, procedure: 'Đăng ký khai sinh' },
          }
          const [told] = await db.transaction().execute((tx) => notifyAll(tx, vault, [notice], clock.now()))
          await run({ message: told })
          assert.ok(letters.pop()!.includes(`${oneStopUrl}/viec`), `a letter to an officer names ${oneStopUrl}`)
          const signIn = await (await fetch(`${house.base}/dang-nhap`)).text()
          assert.ok(signIn.includes(`href="${oneStopUrl}/dang-nhap"`), 'and so does the page on which people sign in')
        } finally {
          await house.close()
        }
      }
    } finally {
      await new Promise<void>((closed) => office.close(closed))
    }
  },
)
