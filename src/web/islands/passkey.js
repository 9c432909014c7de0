/**
 * Asks the browser for a passkey and sends its answer with the form it stands in. The question comes with the page and nothing else is fetched.
 * Where the browser knows no passkeys the page keeps saying so.
 */
const names = { create: 'parseCreationOptionsFromJSON', get: 'parseRequestOptionsFromJSON' }

async function answerOf(kind, ask) {
  const publicKey = PublicKeyCredential[names[kind]](JSON.parse(ask))
  const credential = await navigator.credentials[kind]({ publicKey })
  return JSON.stringify(credential)
}

function comeAlive(part) {
  const { passkey: kind, ask } = part.dataset
  const form = part.closest('form')
  const trouble = part.querySelector('[data-passkey-trouble]')
  let answered = false
  part.hidden = false
  for (const note of form.querySelectorAll('[data-passkey-off]')) note.hidden = true
  form.addEventListener('submit', async (event) => {
    if (answered) return
    event.preventDefault()
    trouble.hidden = true
    try {
      form.elements.namedItem('khoa').value = await answerOf(kind, ask)
      answered = true
      form.submit()
    } catch {
      // Given up, too late, or no passkey here: the browser does not say which, and the page says what to do.
      trouble.hidden = false
    }
  })
}

if (globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON)
  for (const part of document.querySelectorAll('[data-passkey]')) comeAlive(part)
