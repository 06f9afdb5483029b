/* Clocks that tick, keys that click, and the colors the viewer chose. No build, no library. */
(() => {
  if (window.cordon) return;

  const pad = (n) => String(n).padStart(2, '0');
  const hms = (ms) => {
    const s = Math.max(0, Math.floor(ms / 1000));
    return pad(Math.floor(s / 3600)) + ':' + pad(Math.floor(s / 60) % 60) + ':' + pad(s % 60);
  };

  class CordonClock extends HTMLElement {
    static observedAttributes = ['since', 'until', 'now', 'start', 'stopped', 'label'];

    connectedCallback() {
      this.setAttribute('role', 'timer');
      clocks.add(this);
      this.draw();
    }

    disconnectedCallback() {
      clocks.delete(this);
    }

    attributeChangedCallback(name) {
      // The server's time counts, not that of a browser whose clock is wrong.
      if (name === 'now') this.ahead = Date.parse(this.getAttribute('now')) - Date.now();
      if (this.isConnected) this.draw();
    }

    draw() {
      const stopped = this.getAttribute('stopped');
      const now = stopped ? Date.parse(stopped) : Date.now() + (this.ahead || 0);
      const until = this.getAttribute('until');
      const left = until ? Date.parse(until) - now : 0;
      const state = until && !stopped ? this.state(left) : 'calm';
      const shown = until ? Math.abs(left) : now - Date.parse(this.getAttribute('since'));
      this.classList.toggle('soon', state === 'soon');
      this.classList.toggle('late', state === 'late');
      const word = state === 'calm' ? '' : this.getAttribute(state) || '';
      this.replaceParts(hms(shown), word, this.getAttribute('label') || '');
    }

    state(left) {
      if (left < 0) return 'late';
      const whole = Date.parse(this.getAttribute('until')) - Date.parse(this.getAttribute('start'));
      return left < whole / 4 ? 'soon' : 'calm';
    }

    replaceParts(figure, word, label) {
      if (!this.figure) {
        this.figure = document.createElement('b');
        this.word = document.createElement('em');
        this.label = document.createElement('span');
        this.replaceChildren(this.figure, this.word, this.label);
      }
      if (this.figure.textContent !== figure) this.figure.textContent = figure;
      if (this.word.textContent !== word) this.word.textContent = word;
      if (this.label.textContent !== label) this.label.textContent = label;
    }
  }

  const clocks = new Set();
  setInterval(() => clocks.forEach((clock) => clock.draw()), 1000);
  customElements.define('cordon-clock', CordonClock);

  // A box that is ticked takes no letters.
  const typing = (event) => {
    const at = event.composedPath()[0];
    return at instanceof HTMLElement
      && (at.isContentEditable || /^(textarea|select)$/i.test(at.tagName)
        || at.tagName === 'INPUT' && !/^(checkbox|radio)$/.test(at.type));
  };

  // What has the focus is pressed by the space bar, and lists are walked through with it.
  const takesSpace = (event) => event.composedPath().some((el) => el instanceof HTMLElement
    && (/^(a|button|summary|input|vaadin-.*)$/i.test(el.tagName) || el.tabIndex >= 0 && el.id !== 'main'));

  const press = (key) => {
    const visible = [...document.querySelectorAll('[data-key]')].filter(
      (el) => el.getAttribute('data-key') === key && el.checkVisibility());
    // What opened last lies on top.
    const target = visible.at(-1);
    if (target && target.hasAttribute('data-key-focus')) target.focus();
    else if (target) target.click();
    // Who walks through a list is no longer at the filter that was pressed before.
    if (target && target.hasAttribute('data-key-leaves')) leave();
    return Boolean(target);
  };

  const leave = () => document.getElementById('main')?.focus({ preventScroll: true });

  let first = '';
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      if (press('mod+k')) event.preventDefault();
      return;
    }
    if (event.key === 'Enter' && event.composedPath().some(
      (el) => el instanceof HTMLElement && el.hasAttribute('data-key-focus'))) {
      leave();
      return;
    }
    const busy = event.ctrlKey || event.metaKey || event.altKey || typing(event)
      || event.key === ' ' && takesSpace(event);
    if (busy || document.querySelector('vaadin-dialog[opened]')) {
      first = '';
      return;
    }
    const key = first ? first + ' ' + event.key : event.key;
    first = '';
    if (press(key)) {
      event.preventDefault();
    } else if (key === 'g') {
      first = 'g';
      setTimeout(() => { first = ''; }, 1200);
    }
  });

  window.cordon = {
    // Whoever has left meanwhile is not led back.
    address(now) {
      const url = new URL(now, document.baseURI);
      if (url.pathname === location.pathname) history.replaceState(history.state, '', url);
    },
    remember(scheme) {
      localStorage.setItem('cordon-colors', scheme);
    }
  };
  const scheme = localStorage.getItem('cordon-colors');
  if (scheme) document.documentElement.style.colorScheme = scheme;
})();
