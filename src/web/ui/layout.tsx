import type { ComponentChildren } from 'preact'

type Children = { children: ComponentChildren }

/** The name of the page. `kicker` is a short line above it, `lead` one or two sentences below. */
export function Heading({
  children,
  kicker,
  lead,
  large,
}: Children & { large?: boolean; kicker?: ComponentChildren; lead?: ComponentChildren }) {
  return (
    <div class={large ? 'heading-large' : undefined}>
      {kicker && <p class="kicker">{kicker}</p>}
      <h1>{children}</h1>
      {lead && <p class="lead">{lead}</p>}
    </div>
  )
}

/** A part of a page under its own heading, parted from the one before by a line. */
export function Section({ title, id, children }: Children & { title: string; id?: string }) {
  return (
    <section class="section" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

/** A text in which neither the number of a decision, 90/2016/QĐ-UBND, nor an article and its number are broken in two. */
export function Cited({ children }: { children: string }) {
  return (
    <>
      {children
        .replaceAll(/(Điều|khoản|điểm) (?=\d)/g, '$1\u00a0')
        .split(/(\d+\/\d{4}\/[\p{Lu}\d]+(?:-[\p{L}\d]+)*)/u)
        .map((part, place) => (place % 2 === 1 ? <span class="cited">{part}</span> : part))}
    </>
  )
}

/** Text for reading: at most 66 characters a line. */
export function Prose({ children }: Children) {
  return <div class="prose">{children}</div>
}

/** The matter itself, and what one may need beside it; on a narrow screen below. */
export function Columns({ children, aside }: Children & { aside: ComponentChildren }) {
  return (
    <div class="columns">
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}

/** The first screen of the portal: one door for each question a visitor comes with. */
export function Doors({ children }: Children) {
  return <div class="doors">{children}</div>
}

export function Door({ question, children }: Children & { question: string }) {
  return (
    <section class="door">
      <h2>{question}</h2>
      {children}
    </section>
  )
}

export type LinkRow = { readonly label: string; readonly href: string; readonly note?: ComponentChildren }

/** Links to read down, one a line, each row as wide as its column. */
export function LinkList({ links }: { links: readonly LinkRow[] }) {
  return (
    <ul class="list link-list">
      {links.map(({ label, href, note }) => (
        <li>
          <a href={href}>{label}</a>
          {note && <p class="small muted">{note}</p>}
        </li>
      ))}
    </ul>
  )
}

/** The bar that stays on top of a dossier: who and what it is, when it is due, who holds it. */
export function IdentityBar({
  reference,
  title,
  facts,
  children,
}: {
  reference: string
  title: string
  facts: readonly { label: string; value: ComponentChildren }[]
  children?: ComponentChildren
}) {
  return (
    <div class="identity">
      <div>
        <p class="kicker number">{reference}</p>
        <h1>{title}</h1>
      </div>
      {children}
      <dl>
        {facts.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
