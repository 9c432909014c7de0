/**
 * Keeps what is typed on a page of a form while it is being typed: on leaving a field and after five quiet seconds. Without it,
 * or without a script at all, the page saves itself when it is sent. Words come from the page; nothing is kept in the browser.
 */
const form = document.getElementById('autosave')
const told = document.getElementById('autosave-told')

if (form && told) {
  let kept = content()
  let waiting = 0
  /** @type {Promise<void> | undefined} */
  let running

  function content() {
    return new URLSearchParams(
      [...new FormData(form)].filter(([name]) => name !== 'seen').map(([name, value]) => [name, String(value)]),
    ).toString()
  }

  function tell(words) {
    told.textContent = words
  }

  async function save() {
    clearTimeout(waiting)
    const now = content()
    if (now === kept || running) return running
    running = send(now)
    await running
    running = undefined
  }

  async function send(now) {
    const seen = form.elements.namedItem('seen')
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'x-autosave': '1', 'content-type': 'application/x-www-form-urlencoded' },
        body: `${now}&seen=${encodeURIComponent(seen.value)}`,
        redirect: 'manual',
      })
      if (!answer.ok) return tell(answer.status === 409 ? told.dataset.elsewhere : told.dataset.failed)
      const saved = await answer.json()
      seen.value = saved.seen
      kept = now
      tell(saved.words)
    } catch {
      tell(told.dataset.offline)
    }
  }

  function saveIn(milliseconds) {
    clearTimeout(waiting)
    waiting = setTimeout(save, milliseconds)
  }

  form.addEventListener('input', () => saveIn(5000))
  // A field may be left for the button that sends the page: then there is nothing to keep beforehand.
  form.addEventListener('change', () => saveIn(500))
  window.addEventListener('online', () => void save())
  form.addEventListener('submit', (event) => {
    clearTimeout(waiting)
    if (!running) return
    // What is being kept right now comes first, so that the page is not taken for somebody else's.
    event.preventDefault()
    const { submitter } = event
    void running.then(() => form.requestSubmit(submitter))
  })
}
