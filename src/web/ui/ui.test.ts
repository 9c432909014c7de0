import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { type Language, languages, ui, type Words } from '../../words/index.ts'
import { assets, ErrorSummary, galleryPages, Page, render, SummaryList, TextField, type PageProps } from './index.ts'

const province = { name: 'thành phố Huế', hotline: '0234 3 123 456', callCentre: '1900 1075' }
const frame: Omit<PageProps, 'children'> = { title: 'Thử', lang: 'vi', area: 'public', province, path: '/thu' }
const page = (props: Partial<PageProps>) => render(h(Page, { ...frame, children: null, ...props }))

const pages = languages.flatMap((language) =>
  Object.entries(galleryPages).map(([path, show]) => ({ path, language, html: render(show(language)) })),
)
const attributes = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value!)

test('what people typed is shown as text, in names, titles and values', () => {
  const nasty = `<script>alert("1")</script>"'&`
  const html = page({
    title: nasty,
    viewer: { name: nasty, unit: nasty, kind: 'citizen' },
    crumbs: [{ label: nasty, href: '/' }],
    children: [
      h(TextField, { language: 'vi', name: 'x', label: nasty, value: nasty, hint: nasty, error: nasty }),
      h(SummaryList, { language: 'vi', rows: [{ label: nasty, value: nasty, change: '/' }] }),
      h(ErrorSummary, { language: 'vi', problems: [{ field: 'x', message: nasty }] }),
    ],
  })
  assert.doesNotMatch(html, /<script/)
  assert.match(html, /value="&lt;script>alert\(&quot;1&quot;\)|value="&lt;script&gt;/)
})

test('no page carries a script, a handler or an inline style', () => {
  for (const { path, html } of pages)
    assert.doesNotMatch(html, /<script|<style|\sstyle=|\son[a-z]+=|javascript:/i, path)
})

test('every page says its language, has one main part and a way to skip to it', () => {
  for (const { path, language, html } of pages) {
    assert.ok(html.startsWith(`<!doctype html><html lang="${language}">`), path)
    assert.equal(html.match(/<main /g)?.length, 1, path)
    assert.match(html, /<a class="skip" href="#main">/)
  }
})

test('hotline and call centre stand on every page of every area [S2-5.7c]', () => {
  for (const area of ['public', 'officer'] as const) {
    for (const lang of languages) {
      const html = page({ area, lang })
      assert.match(html, /<a class="number" href="tel:02343123456">0234 3 123 456<\/a>/)
      assert.match(html, /<a class="number" href="tel:19001075">1900 1075<\/a>/)
    }
  }
})

test('every line of the error summary leads to a control on the page and says the same as the message there', () => {
  const { html } = pages.find(({ path, language }) => path.endsWith('/bieu-mau') && language === 'vi')!
  const summary = html.slice(html.indexOf('error-summary'), html.indexOf('</ul>', html.indexOf('error-summary')))
  const lines = [...summary.matchAll(/href="#([^"]+)">([^<]+)</g)]
  assert.equal(lines.length, 4)
  for (const [, target, message] of lines) {
    const control = new RegExp(`<(input|select|textarea)[^>]* id="${decodeURI(target!).replaceAll('.', '\\.')}"`)
    assert.match(html, control, target)
    assert.equal(html.split(message!).length - 1, 2, `the words twice: ${message}`)
  }
})

test('a page that was sent back says so in its title', () => {
  assert.match(page({ wrong: true }), /<title>Lỗi: Thử – Một Cửa thành phố Huế<\/title>/)
  assert.match(page({ wrong: true, lang: 'en' }), /<title>Error: Thử/)
})

test('names of fields may hold dots, slashes and spaces and still be found', () => {
  const name = 'applicant/home address.street'
  const html = render(h(TextField, { language: 'vi', name, label: 'Đường', error: 'Nhập tên đường' }))
  const summary = render(h(ErrorSummary, { language: 'vi', problems: [{ field: name, message: 'Nhập tên đường' }] }))
  assert.equal(decodeURI(attributes(summary, 'href')[0]!), `#${attributes(html, 'id').at(-1)}`)
})

test('ids are unique on a page, and whatever refers to an id finds it', () => {
  for (const { path, html } of pages) {
    const ids = attributes(html, 'id')
    assert.deepEqual(ids, [...new Set(ids)], path)
    const referred = ['for', 'aria-describedby', 'aria-labelledby']
      .flatMap((name) => attributes(html, name))
      .flatMap((value) => value.split(' '))
    for (const id of referred) assert.ok(ids.includes(id), `${path}: ${id}`)
  }
})

test('the gallery shows every word of the house in both languages', () => {
  for (const language of languages) {
    const rest = page({ area: 'officer', density: 'comfortable', densityHref: '/', lang: language })
    const shown =
      pages
        .filter((one) => one.language === language)
        .map(({ html }) => html)
        .join() + rest
    const every = Object.values(ui).flatMap((group): Words[] => Object.values(group))
    const missing = every.filter((words) => !unsaid.has(words) && !pattern(words, language).test(shown))
    assert.deepEqual(missing, [])
  }
})

/** Weekdays that no sample falls on. */
const unsaid = new Set<Words>([ui.time.wednesday, ui.time.thursday, ui.time.saturday, ui.time.sunday])

function pattern(words: Words, language: Language) {
  const parts = words[language].split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^$()[\]\\/]/g, '\\$&'))
  return new RegExp(parts.join('[^]*?'))
}

test('every class that a page uses is styled, and no style is without a use', () => {
  const sheet = assets.find(({ name }) => name === 'style.css')!.body.toString()
  const rules = sheet.replaceAll(/\/\*[^]*?\*\/|url\([^)]*\)/g, '').replaceAll(/\{[^{}]*\}/g, '{}')
  const styled = new Set([...rules.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!))
  const extra = page({ area: 'officer', density: 'comfortable' })
  const used = new Set(
    [...pages.map(({ html }) => html), extra]
      .flatMap((html) => attributes(html, 'class'))
      .flatMap((value) => value.split(/\s+/)),
  )
  const bare = new Set(
    'public officer-comfortable due-calm task-done tag-plain search empty input-long checklist verdict-not-applicable'.split(
      ' ',
    ),
  )
  assert.deepEqual(
    [...styled].filter((name) => !used.has(name)),
    [],
  )
  assert.deepEqual(
    [...used].filter((name) => !styled.has(name) && !bare.has(name)),
    [],
  )
})
