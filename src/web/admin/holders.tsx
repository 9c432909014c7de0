import { findAccounts } from '../../accounts/index.ts'
import { mayDo } from '../../organisations/law/index.ts'
import { say, ui } from '../../words/index.ts'
import { areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import { Button, Buttons, DataTable, EmptyState, Form, Heading, TextField } from '../ui/index.ts'
import type { Answer, SignedVisit } from '../visit.ts'
import { words } from './holder-words.ts'
import { StandingTag } from './standing-tag.tsx'

const path = '/quan-tri/tai-khoan'

/** Finding the account of somebody who needs help. */
export const holders = officerDoor(path, {
  may: 'help-holders',
  get: (visit) => page(visit, ''),
  post: (visit) => page(visit, visit.form.fields['q']?.trim().slice(0, 100) ?? ''),
})

/** What is looked for is posted: a name or a number stands in no address, and so in no history and no log of a proxy. */
async function page(visit: SignedVisit, q: string): Promise<Answer> {
  const { language, viewer, house, now, csrf } = visit
  const withoutOfficers = !mayDo(viewer, 'manage-accounts')
  const found = await findAccounts({ db: house.db, vault: house.vault, reader: viewer, now }, q, { withoutOfficers })
  const title = say(areaWords.holders, language)
  return officerPage(
    visit,
    { title },
    <>
      <Heading lead={say(words.lead, language)}>{title}</Heading>
      <Form action={path} csrf={csrf}>
        <TextField
          language={language}
          name="q"
          label={say(words.search, language)}
          value={q}
          autocomplete="off"
          optional
        />
        <Buttons>
          <Button>{say(ui.search.submit, language)}</Button>
        </Buttons>
      </Form>
      {q && (
        <DataTable
          language={language}
          caption={title}
          quietCaption
          rows={found}
          columns={[
            {
              label: say(words.name, language),
              names: true,
              cell: ({ id, name }) => <a href={`${path}/${id}`}>{name}</a>,
            },
            { label: say(words.username, language), whole: true, cell: ({ username }) => username },
            {
              label: say(words.assurance, language),
              cell: ({ assurance }) => say(words.assurances[assurance], language),
            },
            {
              label: say(words.state, language),
              cell: ({ state }) => <StandingTag of={state} language={language} />,
            },
          ]}
          empty={
            <EmptyState title={say(words.none, language)}>
              <p>{say(words.noneText, language)}</p>
            </EmptyState>
          }
        />
      )}
    </>,
  )
}
