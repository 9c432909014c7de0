import type { Account } from '../../accounts/index.ts'
import { dayOf } from '../../ground/day.ts'
import {
  choicesAt,
  type Decision,
  decisionsIn,
  type Key,
  keys,
  listOfPolicy,
  policyOn,
  type PresetId,
  presetIds,
  presets,
  type Resolved,
  settings as known,
  type Stated,
} from '../../policy/index.ts'
import { type Language, say, settingValue } from '../../words/index.ts'
import { address, areaWords, officerDoor, officerPage } from '../officer/desk.ts'
import {
  type Chip,
  Chips,
  DataTable,
  dayWords,
  DefinitionList,
  Filters,
  Heading,
  SelectField,
  Tag,
} from '../ui/index.ts'
import { words } from './setting-page-words.ts'
import { ByWhom, Confidence } from './setting-parts.tsx'
import { inForce, namesIn } from './setting.tsx'

const here = '/quan-tri/cai-dat'
const confidences = ['read', 'second-hand', 'unconfirmed'] as const

type Row = {
  key: Key
  stated: (Stated<unknown> & { by?: Resolved<Key>['by'] }) | undefined
  decision: Decision | undefined
  waits: boolean
  later: Decision | undefined
}

/** Every setting of the province as it stands today, or as one preset says it, each with its source, how surely it is known and who decided. */
export const settings = officerDoor(here, {
  may: 'see-settings',
  get: async (visit) => {
    const { language, house, now, query } = visit
    const day = dayOf(now)
    const decisions = await decisionsIn(house.db)
    const policy = policyOn(day, choicesAt(decisions, now, day))
    const seen = presetIds.find((id) => id === query['bo'])
    const confidence = confidences.find((one) => one === query['tin'])
    const all = seen ? keys.map((key) => ({ key, stated: statedBy(seen, key) })) : listOfPolicy(policy)
    const rows = all
      .filter(({ stated }) => !confidence || stated?.confidence === confidence)
      .map((row): Row => ({ ...row, ...standing(decisions, row.key, now, day) }))
    const names = await namesIn(visit, decisions)
    const unconfirmed = all.filter(({ stated }) => stated?.confidence === 'unconfirmed').length
    const waiting = decisions.filter(({ isApproved }) => isApproved === null).length
    const title = say(areaWords.settings, language)
    return officerPage(
      visit,
      { title },
      <>
        <Heading lead={say(words.lead, language)}>{title}</Heading>
        <DefinitionList
          rows={[
            {
              label: say(words.preset, language),
              value: (
                <>
                  <p>{`${say(presets[policy.preset].title, language)}. ${say(policy.isRegulationInForce ? words.regulation : words.noRegulation, language)}`}</p>
                  <p>
                    <a href={`${here}/preset`}>{say(words.presetChange, language)}</a>
                  </p>
                </>
              ),
            },
            {
              label: say(words.count, language),
              value: say(words.unconfirmedCount, language, { all: all.length, unconfirmed }),
            },
            { label: say(words.waitingCount, language), value: String(waiting) },
          ]}
        />
        <Filters action={here} language={language}>
          <SelectField
            language={language}
            name="bo"
            label={say(words.see, language)}
            blank={say(words.seeNow, language)}
            value={seen}
            options={presetIds.map((id) => ({ value: id, label: say(presets[id].title, language) }))}
            optional
          />
          <SelectField
            language={language}
            name="tin"
            label={say(words.show, language)}
            blank={say(words.all, language)}
            value={confidence}
            options={confidences.map((one) => ({ value: one, label: say(words[one], language) }))}
            optional
          />
        </Filters>
        <Chips language={language} clear={here} chips={chipsOf(seen, confidence, language)} />
        <Table rows={rows} title={title} language={language} names={names} isPreset={seen !== undefined} />
      </>,
    )
  },
})

function statedBy(id: PresetId, key: Key): Stated<unknown> | undefined {
  return presets[id].values[key]
}

/** What the province decided of one setting: what holds, what waits for another person, what is decided for a later day. */
function standing(decisions: readonly Decision[], key: Key, now: Date, day: string) {
  const own = decisions.filter(({ subject }) => subject === key)
  return {
    decision: inForce(own, now, day),
    waits: own.some(({ isApproved }) => isApproved === null),
    later: own.find(({ isApproved, from }) => isApproved && from > day),
  }
}

function chipsOf(
  seen: PresetId | undefined,
  confidence: (typeof confidences)[number] | undefined,
  language: Language,
): Chip[] {
  return [
    ...(seen
      ? [
          {
            label: say(words.seeChip, language, { preset: say(presets[seen].title, language) }),
            without: address(here, { tin: confidence }),
          },
        ]
      : []),
    ...(confidence
      ? [
          {
            label: say(words.chip, language, { confidence: say(words[confidence], language) }),
            without: address(here, { bo: seen }),
          },
        ]
      : []),
  ]
}

type TableProps = {
  rows: readonly Row[]
  title: string
  language: Language
  names: ReadonlyMap<string, Account>
  isPreset: boolean
}

function Table({ rows, title, language, names, isPreset }: TableProps) {
  return (
    <DataTable
      language={language}
      caption={title}
      quietCaption
      rows={rows}
      columns={[
        { label: say(words.number, language), whole: true, cell: ({ key }) => known[key].number },
        {
          label: say(words.setting, language),
          names: true,
          cell: ({ key, waits, later }) => (
            <>
              <a href={`${here}/${key}`}>{say(known[key].title, language)}</a>
              {waits && (
                <p>
                  <Tag tone="soon">{say(words.waits, language)}</Tag>
                </p>
              )}
              {later && (
                <p class="small">{say(words.later, language, { day: dayWords(later.from, language, false) })}</p>
              )}
            </>
          ),
        },
        {
          label: say(words.value, language),
          cell: ({ key, stated }) =>
            stated ? (
              settingValue(key, stated.value, language)
            ) : (
              <span class="muted">{say(words.silent, language)}</span>
            ),
        },
        {
          label: say(words.source, language),
          cell: ({ stated }) =>
            stated && (
              <>
                <p>{stated.source}</p>
                <Confidence of={stated.confidence} language={language} />
              </>
            ),
        },
        ...(isPreset ? [] : [decidedColumn(names, language)]),
      ]}
    />
  )
}

function decidedColumn(names: ReadonlyMap<string, Account>, language: Language) {
  return {
    label: say(words.decided, language),
    cell: ({ stated, decision }: Row) => {
      if (stated?.by !== 'province')
        return <span class="muted">{stated?.by && say(presets[stated.by].title, language)}</span>
      return (
        <>
          {say(words.province, language)}
          <br />
          {decision && <ByWhom who={decision.decidedBy} at={decision.decidedAt!} names={names} language={language} />}
        </>
      )
    },
  }
}
