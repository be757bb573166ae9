/** What all pages do: a choice that shows the page anew does so at once. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-submit-on-change]'))
  form.addEventListener('change', () => form.requestSubmit());
