import { type Language, say, ui } from '../../words/index.ts'
import { Icon } from './icon.tsx'

export type SearchBoxProps = {
  language: Language
  action: string
  /** Written above the box; hidden but read out when `quiet`. */
  label: string
  quiet?: boolean
  hint?: string
  name?: string
  value?: string | undefined
  /** The word on the button, when it is not “Tìm”. */
  submit?: string
  /** Tells two boxes on one page apart. */
  id?: string
  kind?: 'plain' | 'second'
}

/** One line to ask with. It is a `get` form, so that the answer has an address to share. */
export function SearchBox(props: SearchBoxProps) {
  const { language, action, label, quiet, hint, name = 'q', value, submit, id = 'search', kind = 'plain' } = props
  return (
    <form class="search" role="search" action={action} method="get" aria-label={label}>
      <label class={quiet ? 'hidden' : 'label'} for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="search-row">
        <input
          class="input"
          type="search"
          id={id}
          name={name}
          value={value}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={hint ? `${id}-hint` : undefined}
        />
        <button class={kind === 'second' ? 'button button-quiet' : 'button'} type="submit">
          <Icon name="search" />
          {submit ?? say(ui.search.submit, language)}
        </button>
      </div>
    </form>
  )
}
