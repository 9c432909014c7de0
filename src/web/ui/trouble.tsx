import { say, ui, type Words } from '../../words/index.ts'
import { addresses } from './addresses.ts'
import { Buttons, LinkButton } from './button.tsx'
import { Telephone } from './footer.tsx'
import { Heading } from './layout.tsx'
import { Page } from './page.tsx'
import type { PageProps } from './page-props.ts'
import { DefinitionList } from './summary-list.tsx'

type Frame = Omit<PageProps, 'title' | 'children' | 'wrong'>

/** The page for a fault: what happened in plain words, a number to read out, and how to go on without us. */
export function IncidentPage({ incident, ...frame }: Frame & { incident: string }) {
  return <Trouble {...frame} incident={incident} title={ui.trouble.incidentTitle} text={ui.trouble.incidentText} />
}

/** The database is away or the disk is full: nothing was kept, and trying again is right. */
export function AwayPage({ incident, ...frame }: Frame & { incident: string }) {
  return <Trouble {...frame} incident={incident} title={ui.trouble.awayTitle} text={ui.trouble.awayText} />
}

function Trouble({ incident, title: name, text, ...frame }: Frame & { incident: string; title: Words; text: Words }) {
  const { lang, province, path } = frame
  const title = say(name, lang)
  return (
    <Page {...frame} title={title}>
      <Heading lead={say(text, lang)}>{title}</Heading>
      <DefinitionList
        rows={[
          { label: say(ui.trouble.incidentNumber, lang), value: <span class="reference">{incident}</span> },
          ...(province.hotline
            ? [{ label: say(ui.help.hotline, lang), value: <Telephone number={province.hotline} /> }]
            : []),
        ]}
      />
      <p>{say(ui.trouble.otherWays, lang)}</p>
      <Buttons>
        <LinkButton href={path}>{say(ui.trouble.tryAgain, lang)}</LinkButton>
      </Buttons>
    </Page>
  )
}

/** For what does not exist and for what this reader cannot reach: the two are not told apart. */
export function NotFound(frame: Frame) {
  const { lang } = frame
  const officer = frame.area === 'officer'
  const title = say(ui.trouble.notFoundTitle, lang)
  return (
    <Page {...frame} title={title}>
      <Heading lead={say(officer ? ui.trouble.notFoundAtWork : ui.trouble.notFoundText, lang)}>{title}</Heading>
      <Buttons>
        {officer ? (
          <LinkButton href="/viec">{say(ui.trouble.toWork, lang)}</LinkButton>
        ) : (
          <>
            <LinkButton href={addresses.procedures}>{say(ui.search.procedures, lang)}</LinkButton>
            <LinkButton href={addresses.lookup} kind="quiet">
              {say(ui.page.lookup, lang)}
            </LinkButton>
          </>
        )}
      </Buttons>
    </Page>
  )
}

/** For what was sent and could not be taken (too large, not a form, too many at once): what to do, without an incident. */
export function NotTaken({ why, ...frame }: Frame & { why: string }) {
  const { lang, path } = frame
  const title = say(ui.trouble.notTakenTitle, lang)
  return (
    <Page {...frame} title={title} wrong>
      <Heading lead={why}>{title}</Heading>
      <Buttons>
        <LinkButton href={path}>{say(ui.trouble.tryAgain, lang)}</LinkButton>
      </Buttons>
    </Page>
  )
}
