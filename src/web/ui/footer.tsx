import { type Language, say, ui } from '../../words/index.ts'
import { addresses } from './addresses.ts'
import type { Province } from './page-props.ts'

/** Help and how to reach a person, in the same place on every page. */
export function Footer({ language, province }: { language: Language; province: Province }) {
  return (
    <footer class="footer">
      <div class="frame">
        <h2 class="hidden">{say(ui.help.heading, language)}</h2>
        <dl class="footer-contact">
          <div>
            <dt>{say(ui.help.hotline, language)}</dt>
            <dd>
              <Telephone number={province.hotline} />
            </dd>
          </div>
          <div>
            <dt>{say(ui.help.callCentre, language)}</dt>
            <dd>
              <Telephone number={province.callCentre} />
            </dd>
          </div>
          {province.email && (
            <div>
              <dt>{say(ui.help.email, language)}</dt>
              <dd>
                <a href={`mailto:${province.email}`}>{province.email}</a>
              </dd>
            </div>
          )}
        </dl>
        <ul class="footer-links">
          <li>
            <a href={addresses.help}>{say(ui.help.guide, language)}</a>
          </li>
          <li>
            <a href={addresses.counters}>{say(ui.help.counters, language)}</a>
          </li>
          <li>
            <a href={addresses.terms}>{say(ui.help.terms, language)}</a>
          </li>
          <li>
            <a href={addresses.accessibility}>{say(ui.help.accessibility, language)}</a>
          </li>
          <li>
            <a href={addresses.violation}>{say(ui.help.violation, language)}</a>
          </li>
        </ul>
        <p class="small muted">
          {say(ui.page.tagline, language, { province: placeWords(province, language) })}
          {province.owner && `. ${province.owner}`}
        </p>
      </div>
    </footer>
  )
}

/** The province within a sentence: “tỉnh Hòa Giang”, “Hòa Giang province”. */
export function placeWords({ name }: Pick<Province, 'name'>, language: Language): string {
  return language === 'vi' ? name.replace(/^T/, 't') : name.replace(/^Tỉnh (.*)$/, '$1 province')
}

/** A number one can press on a telephone. */
export function Telephone({ number }: { number: string }) {
  return (
    <a class="number" href={`tel:${number.replaceAll(/[^+\d]/g, '')}`}>
      {number}
    </a>
  )
}
