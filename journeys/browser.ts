import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violationsOn } from '../src/ground/testing/browser.ts'

export type Look = {
  width: number
  javaScript: boolean
  /** False where another journey has already examined the same pages. Default true. */
  examined?: boolean
}

/** Somebody with a browser of their own: a phone 360 px wide or an office screen, with or without JavaScript. */
export async function person(browser: Browser, base: string, { width, javaScript, examined = true }: Look) {
  const context: BrowserContext = await browser.newContext({
    baseURL: base,
    javaScriptEnabled: javaScript,
    viewport: { width, height: width < 600 ? 740 : 850 },
    locale: 'vi-VN',
  })
  const page = await context.newPage()
  const seen = new Set<string>()

  /** Checks the page that is open now: nothing for axe to find, nothing to scroll sideways. */
  async function look(name: string): Promise<void> {
    seen.add(name)
    if (!javaScript) return
    const violations = examined ? await violationsOn(page) : []
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.join(' | ')}`),
      [],
    )
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    assert.ok(wide <= 0, `${name} scrolls ${wide} px sideways`)
  }

  async function go(path: string, name: string): Promise<void> {
    const answer = await page.goto(path)
    assert.ok(answer && answer.status() < 400, `${path} answers ${answer?.status()}`)
    await look(name)
  }

  async function press(button: string | RegExp, name: string): Promise<void> {
    await Promise.all([
      page.waitForEvent('load'),
      page.locator('main').getByRole('button', { name: button }).first().click(),
    ])
    await look(name)
  }

  async function signIn(username: string): Promise<void> {
    await go('/dang-nhap', 'đăng nhập')
    await page.locator('[name=username]').fill(username)
    await page.locator('[name=password]').fill('Demo@12345')
    await press('Đăng nhập', `sau đăng nhập (${username})`)
  }

  return { page, seen, look, go, press, signIn, close: () => context.close() }
}

export type Person = Awaited<ReturnType<typeof person>>

/** Answers every question of the open page from an example, each by its own pointer: as a person would, one control at a time. */
export async function answerFrom(page: Page, example: unknown): Promise<void> {
  const controls = await page.locator('main :is(input:not([type=hidden]):not([type=file]), select, textarea)').all()
  for (const control of controls) {
    const name = (await control.getAttribute('name')) ?? ''
    const [, pointer, part] = /^(\/.*?)(?:-(day|month|year))?$/.exec(name) ?? []
    const answer = pointer ? at(example, pointer) : undefined
    if (answer === undefined) continue
    const type = (await control.getAttribute('type')) ?? ''
    if (type === 'radio') {
      if ((await control.getAttribute('value')) === String(answer)) await control.check()
    } else if (type === 'checkbox') await control.setChecked(answer === true)
    else if (part) await control.fill(String(answer).split('-')[{ year: 0, month: 1, day: 2 }[part]!] ?? '')
    else if ((await control.evaluate((element) => element.tagName)) === 'SELECT')
      await control.selectOption(String(answer))
    else await control.fill(String(answer))
  }
}

function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)
}
