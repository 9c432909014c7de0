import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { violationsOn } from '../../ground/testing/browser.ts'
import { assetAt, galleryPages, render } from './index.ts'

const executablePath = '/usr/bin/chromium'
const skip = existsSync(executablePath) ? false : `no browser at ${executablePath}`
const args = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync']
const policy = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'"

const server = createServer((request, response) => {
  const found = assetAt(request.url ?? '')
  const show = galleryPages[request.url ?? '']
  response.setHeader('content-security-policy', policy)
  response.setHeader('content-type', found?.mediaType ?? 'text/html; charset=utf-8')
  response.end(found?.body ?? (show ? render(show('vi')) : ''))
})

let browser: Browser

before(async () => {
  if (skip) return
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  browser = await chromium.launch({ executablePath, args })
})

after(async () => {
  await browser?.close()
  server.close()
})

type Look = { width: number; height: number; scheme: 'light' | 'dark' }

async function eachPage({ width, height, scheme }: Look, look: (page: Page, path: string) => Promise<void>) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, ...touch(width) })
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  for (const path of Object.keys(galleryPages)) {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
    await look(page, path)
  }
  assert.deepEqual(said, [], 'the browser has nothing to complain about')
  await context.close()
}

/** A narrow screen is a telephone: it is touched. */
function touch(width: number) {
  return width < 640 ? { hasTouch: true, isMobile: true } : {}
}

const looks: readonly Look[] = [
  { width: 360, height: 640, scheme: 'light' },
  { width: 360, height: 640, scheme: 'dark' },
  { width: 1366, height: 768, scheme: 'light' },
  { width: 1366, height: 768, scheme: 'dark' },
]

for (const { width, height, scheme } of looks) {
  test(`axe finds nothing on any page at ${width} px, ${scheme}`, { skip }, async () => {
    await eachPage({ width, height, scheme }, async (page, path) => {
      assert.deepEqual(await violationsOn(page), [], path)
    })
  })
}

test('nothing scrolls sideways at 320 px', { skip }, async () => {
  await eachPage({ width: 320, height: 568, scheme: 'light' }, async (page, path) => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path)
  })
})

test('the three questions of the first screen stand on a small telephone without scrolling', { skip }, async () => {
  await eachPage({ width: 360, height: 640, scheme: 'light' }, async (page, path) => {
    if (!path.endsWith('/trang-chu')) return
    const bottoms = await page.$$eval('.door', (doors) => doors.map((door) => door.getBoundingClientRect().bottom))
    assert.equal(bottoms.length, 3)
    for (const bottom of bottoms) assert.ok(bottom <= 640, String(bottom))
  })
})

test(
  'a page that was sent back opens at its error summary, and a line of it leads into the field',
  { skip },
  async () => {
    await eachPage({ width: 1366, height: 768, scheme: 'light' }, async (page, path) => {
      if (!path.endsWith('/bieu-mau')) return
      assert.equal(await page.evaluate(() => document.activeElement?.className), 'error-summary')
      await page.click('.error-summary li:nth-child(2) a')
      assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).name), 'child.born-month')
    })
  },
)

test('the first press of Tab offers the way to the content', { skip }, async () => {
  await eachPage({ width: 1366, height: 768, scheme: 'light' }, async (page, path) => {
    if (path.endsWith('/bieu-mau')) return
    await page.keyboard.press('Tab')
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip', path)
  })
})

test(
  'the reason appears where a paper does not pass, and what was typed stays when the verdict changes',
  { skip },
  async () => {
    await eachPage({ width: 1366, height: 768, scheme: 'light' }, async (page, path) => {
      if (!path.endsWith('/ho-so')) return
      const reason = page.locator('textarea[name="reason.1"]')
      assert.equal(await reason.isVisible(), false)
      await page.check('input[name="verdict.1"][value="fail"]')
      await reason.fill('thiếu chữ ký')
      await page.check('input[name="verdict.1"][value="ok"]')
      assert.equal(await reason.isVisible(), false)
      assert.equal(await reason.inputValue(), 'thiếu chữ ký')
    })
  },
)

test('whatever can be pressed is at least 24 px high, except links inside a sentence', { skip }, async () => {
  await eachPage({ width: 360, height: 640, scheme: 'light' }, async (page, path) => {
    const small = await page.$$eval(
      'button, select, textarea, input:not([type=hidden]), .ways a, .tabs a, .queues a, .back, .chip, .pager a, .footer-links a',
      (all) =>
        all
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 24)
          .map((one) => one.outerHTML),
    )
    assert.deepEqual(small, [], path)
  })
})
