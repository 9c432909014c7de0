import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser, violationsOn } from '../src/ground/testing/browser.ts'
import { stories } from './endings.ts'
import { openTestHouse, reacher } from './reach.ts'

/*
 * Photographs the screens of a house of its own, each at 360 and 1366 px in Vietnamese and at 1366 px in English, and writes beside them what axe finds and what
 * scrolls sideways. To look at after a change of the screens: `node --import ./scripts/tsx.mjs journeys/pictures.ts <folder> [part of a name]`
 */

const [folder = 'pictures', part = ''] = process.argv.slice(2)
const widths = [360, 1366]
const procedures = ['1.001193', '1.004873', '1.000656', '2.000635', '2.000815', '1.001612']
const officers = [
  'tiepnhan',
  'chuyenvien',
  'truongphong',
  'lanhdao',
  'vanthu',
  'giamdoc',
  'thanhtra',
  'chutich',
  'quantri',
]
const open = {
  '': '/ /thu-tuc /thu-tuc?q=khai+sinh /thu-tuc?q=zzzz /tra-cuu /tra-cuu/H99.31.01-260302-9999 /xac-minh /xac-minh/khong-co /xin-loi /can-bo-duoc-phan-cong /quy-dinh-tai-khoan /dieu-khoan /noi-tiep-nhan /tro-giup /kha-nang-tiep-can /dang-nhap /dang-ky /khong-co-trang /kieu-dang',
  congdan:
    '/tai-khoan /tai-khoan/lien-he /tai-khoan/mat-khau /tai-khoan/an-toan /tai-khoan/an-toan/khoa-truy-cap /tai-khoan/thong-tin /tai-khoan/dai-dien /tai-khoan/dieu-khoan /tai-khoan/nhat-ky /ho-so /kho-giay-to /tin-nhan',
  doanhnghiep: '/tai-khoan /ho-so /kho-giay-to',
  tiepnhan: '/viec/tim?q=nguyen /viec/tim?q=zzz',
}

const tabs = ['', '/thanh-phan', '/quy-trinh', '/luan-chuyen', '/ket-qua', '/nhat-ky']

mkdirSync(folder, { recursive: true })
const house = await openTestHouse()
const browser = await launchBrowser()
const at = reacher(house.base)
const opened = new Map<string, Promise<Page>>()

const note = (line: string) => appendFileSync(join(folder, 'findings.txt'), `${line}\n`)

function browserOf(who: string, language: 'vi' | 'en'): Promise<Page> {
  const key = `${who} ${language}`
  const page = opened.get(key) ?? signedIn(who, language)
  opened.set(key, page)
  return page
}

async function signedIn(who: string, language: 'vi' | 'en'): Promise<Page> {
  const context = await browser.newContext({ baseURL: house.base, locale: 'vi-VN' })
  const page = await context.newPage()
  if (who) {
    await page.goto('/dang-nhap')
    await page.locator('[name=username]').fill(who)
    await page.locator('[name=password]').fill('Demo@12345')
    await press(page)
  }
  await context.addCookies([{ name: 'motcua-ngon-ngu', value: language, url: house.base }])
  return page
}

/** Presses the first button of the page's last form, whatever is missing in it. */
async function press(page: Page): Promise<void> {
  const form = page.locator('main form').last()
  await form.evaluate((one) => one.setAttribute('novalidate', ''))
  await Promise.all([
    page.waitForEvent('load'),
    form
      .locator('button')
      .first()
      .evaluate((one) => (one as HTMLElement).click()),
  ])
}

async function keep(page: Page, name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 600 ? 740 : 850 })
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 0) note(`${name} scrolls ${wide} px sideways at ${width}`)
}

async function picture(who: string, path: string, name: string): Promise<void> {
  if (!name.includes(part)) return
  const page = await browserOf(who, 'vi')
  const answer = await page.goto(path)
  note(`${name}: ${path} ${answer?.status()}`)
  for (const width of widths) await keep(page, name, width)
  for (const { id, nodes } of await violationsOn(page)) note(`${name}: axe ${id}: ${nodes[0]}`)
  const english = await browserOf(who, 'en')
  await english.goto(path)
  await keep(english, `${name}-en`, 1366)
}

/** The same page after its form was sent as it stands. */
async function answered(who: string, path: string, name: string): Promise<void> {
  if (!name.includes(part)) return
  const page = await browserOf(who, 'vi')
  await page.goto(path)
  if ((await page.locator('main form').count()) === 0) return
  await press(page)
  for (const width of widths) await keep(page, name, width)
}

/** Every ending: what each person sees before the act, the act itself, and what the citizen sees after it. */
async function photographStories(): Promise<void> {
  for (const [number, { procedure, turns }] of stories.entries()) {
    const { id } = await at.draft(procedure ? { procedure } : {})
    for (const [turn, [who, act, state, body]] of turns.entries()) {
      const name = `story-${number + 1}-${String(turn + 1).padStart(2, '0')}`
      if (who === 'congdan') await photographRevision(id, act, name)
      else {
        await picture(who, `/viec/ho-so/${id}`, `${name}-before-${act}`)
        await picture(who, `/viec/ho-so/${id}/${act}`, `${name}-${act}`)
      }
      await at.act(who, id, act, (example: object) => ({ ...example, ...body }))
      await picture('congdan', `/ho-so/${id}`, `${name}-then-${state}`)
    }
    for (const tab of tabs)
      await picture('tiepnhan', `/viec/ho-so/${id}${tab}`, `story-${number + 1}-end${tab.replace('/', '-')}`)
    await picture('congdan', `/ho-so/${id}/ai-da-xem`, `story-${number + 1}-end-seen`)
  }
}

/** What several agencies do together: an opinion, a visit, the applicant's yes, work at once, a dossier passed on to another level. */
async function photographTogether(): Promise<void> {
  const asking = await at.dossierIn('assigned')
  const here = `/viec/ho-so/${asking.id}`
  for (const act of ['request-opinion', 'schedule-verification', 'propose-transfer']) {
    await picture('chuyenvien', `${here}/${act}`, `together-${act}`)
    await answered('chuyenvien', `${here}/${act}`, `together-${act}-faults`)
  }
  const agencies = [await agencyNamed('Sở Xây dựng tỉnh Hòa Giang')]
  await at.act('chuyenvien', asking.id, 'request-opinion', (example) => ({ ...example, agencies }))
  await photographLegs('ykien', 'together-opinion')
  await picture('chuyenvien', `${here}/quy-trinh`, 'together-opinion-awaited')
  await picture('congdan', `/ho-so/${asking.id}`, 'together-opinion-seen-by-applicant')

  const visited = await at.dossierIn('assigned')
  await at.act('chuyenvien', visited.id, 'schedule-verification')
  await picture('congdan', `/ho-so/${visited.id}`, 'together-visit-seen-by-applicant')
  await picture('chuyenvien', `/viec/ho-so/${visited.id}/record-verification`, 'together-record-verification')
  await answered('chuyenvien', `/viec/ho-so/${visited.id}/record-verification`, 'together-record-verification-faults')

  const shown = await at.dossierIn('assigned')
  await at.act('chuyenvien', shown.id, 'propose-result', (example: object) => ({ ...example, askApplicant: true }))
  for (const path of ['/ho-so', `/ho-so/${shown.id}`, `/ho-so/${shown.id}/xac-nhan`])
    await picture('congdan', path, `together-confirm${path.replace(shown.id, 'one').replaceAll('/', '-')}`)
  await answered('congdan', `/ho-so/${shown.id}/xac-nhan`, 'together-confirm-faults')

  const joint = await at.dossierIn('assigned', { procedure: '2.002621' })
  for (const who of ['congan', 'baohiem']) await photographLegs(who, `together-joint-${who}`)
  await picture('lanhdao', `/viec/ho-so/${joint.id}/quy-trinh`, 'together-joint-lead')

  const across = await at.dossierIn('assigned', { procedure: '2.000286', attachments: [] })
  await picture('chuyenvien', `/viec/ho-so/${across.id}/propose-transfer`, 'together-across-propose')
  await at.act('chuyenvien', across.id, 'propose-transfer')
  await picture('lanhdao', `/viec/ho-so/${across.id}/pass-on`, 'together-across-pass-on')
}

async function photographLegs(who: string, name: string): Promise<void> {
  await picture(who, '/viec', `${name}-home`)
  await picture(who, '/viec/phoi-hop', `${name}-queue`)
  const page = await browserOf(who, 'vi')
  await page.goto('/viec/phoi-hop')
  const leg = await page.locator('main a[href^="/viec/phoi-hop/"]').first().getAttribute('href')
  await picture(who, leg ?? '', `${name}-leg`)
  await answered(who, leg ?? '', `${name}-leg-faults`)
}

const agencyNamed = async (name: string) =>
  (
    await house.house.db
      .selectFrom('organisations.unit')
      .select('id')
      .where('name', '=', name)
      .executeTakeFirstOrThrow()
  ).id

async function photographRevision(id: string, act: string, name: string): Promise<void> {
  if (act === 'withdraw') await picture('congdan', `/ho-so/${id}/rut`, `${name}-${act}`)
  if (act !== 'amend' && act !== 'supplement') return
  for (const one of ['to-khai', 'giay-to', 'kiem-tra'])
    await picture('congdan', `/ho-so/${id}/${one}`, `${name}-${act}-${one}`)
}

/** Every procedure: its page, its counter form, its e-form empty, with faults and filled in, its proposal. */
async function photographProcedures(): Promise<void> {
  for (const code of procedures) {
    await picture('', `/thu-tuc/${code}`, `procedure-${code}`)
    await picture('congdan', `/thu-tuc/${code}/nop`, `procedure-${code}-start`)
    await picture('tiepnhan', `/viec/tiep-nhan-truc-tiep/${code}`, `procedure-${code}-counter`)
    await answered('tiepnhan', `/viec/tiep-nhan-truc-tiep/${code}`, `procedure-${code}-counter-faults`)
    if (code === '2.000815') continue
    const page = await browserOf('congdan', 'vi')
    await page.goto(`/thu-tuc/${code}/nop`)
    await press(page)
    const empty = /ho-so\/([^/]+)/.exec(page.url())?.[1] ?? ''
    for (const { id } of (await at.procedureOf(code)).form.layout.pages) {
      await picture('congdan', `/ho-so/${empty}/to-khai/${id}`, `form-${code}-${id}`)
      await answered('congdan', `/ho-so/${empty}/to-khai/${id}`, `form-${code}-${id}-faults`)
    }
    for (const one of ['to-khai', 'giay-to', 'cach-nhan', 'kiem-tra'])
      await picture('congdan', `/ho-so/${empty}/${one}`, `form-${code}-empty-${one}`)
    const { id } = await at.draft({ procedure: code })
    for (const one of ['to-khai', 'giay-to', 'kiem-tra'])
      await picture('congdan', `/ho-so/${id}/${one}`, `form-${code}-full-${one}`)
    const sent = await at.bring({ id, state: 'draft' }, 'submitted')
    await picture('congdan', `/ho-so/${id}/da-nop`, `form-${code}-sent`)
    await at.bring(sent, 'assigned')
    await picture('chuyenvien', `/viec/ho-so/${id}/propose-result`, `procedure-${code}-propose`)
    await answered('chuyenvien', `/viec/ho-so/${id}/propose-result`, `procedure-${code}-propose-faults`)
  }
}

const named = (who: string, path: string) => `page-${who || 'anyone'}${path.replaceAll(/[^\w.-]/g, '_')}`

/** What needs no dossier: the public pages, the accounts, and whatever an officer's own menu leads to. */
async function photographPages(): Promise<void> {
  for (const [who, paths] of Object.entries(open))
    for (const path of paths.split(' ')) await picture(who, path, named(who, path))
  for (const path of ['/dang-nhap', '/dang-ky', '/tra-cuu', '/xac-minh'])
    await answered('', path, `${named('', path)}-faults`)
  for (const who of officers) {
    const page = await browserOf(who, 'vi')
    await page.goto('/viec')
    const links = await page.locator('nav a, main a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
    const menu = links.filter((one) => one?.startsWith('/') && !one.includes('/viec/ho-so/'))
    for (const path of new Set(['/viec', '/tai-khoan', '/viec/thu-xin-loi', ...menu]))
      if (path) await picture(who, path, named(who, path))
  }
  const page = await browserOf('quantri', 'vi')
  await page.goto('/quan-tri')
  const links = await page.locator('nav a').evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
  for (const path of links.filter((one) => one.startsWith('/quan-tri'))) await photographDesk(page, path)
}

/** A page of the administrator, the first that it leads to, and both after a form was sent as it stood. */
async function photographDesk(page: Page, path: string): Promise<void> {
  await page.goto(path)
  const first = page.locator(`main a[href^="${path}/"], main a[href^="${path}?"]`).first()
  const deeper = (await first.count()) ? await first.getAttribute('href') : undefined
  if (deeper) await picture('quantri', deeper, named('quantri', path) + '-one')
  for (const [one, name] of [
    [path, ''],
    [deeper, '-one'],
  ] as const) {
    if (one) await answered('quantri', one, `${named('quantri', path)}${name}-faults`)
  }
}

/** By the word with which the names of its pictures begin. */
const groups = {
  together: photographTogether,
  story: photographStories,
  procedure: photographProcedures,
  page: photographPages,
}

try {
  const chosen = Object.keys(groups).find((name) => part.startsWith(name))
  for (const [name, photograph] of Object.entries(groups)) if (!chosen || chosen === name) await photograph()
} finally {
  await browser.close()
  await house.close()
}
