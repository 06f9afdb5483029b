/* Sends files in pieces that go on where they broke off. No build, no library. */
(() => {
  if (window.cordonPieces) return;

  const TRIES = 8;
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));

  const bytes = (n) => {
    const units = ['B', 'kB', 'MB', 'GB'];
    let i = 0;
    while (n >= 1000 && i < units.length - 1) {
      n /= 1000;
      i += 1;
    }
    return n.toFixed(i ? 1 : 0) + ' ' + units[i];
  };

  class Sending {
    constructor(zone, words, file) {
      this.zone = zone;
      this.words = words;
      this.file = file;
      this.at = 0;
      this.from = 0;
      this.started = Date.now();
      this.row = document.createElement('div');
      this.row.className = 'piece-row';
      const name = document.createElement('span');
      name.className = 'strong';
      name.textContent = file.name;
      this.bar = document.createElement('progress');
      this.bar.max = Math.max(1, file.size);
      this.bar.value = 0;
      this.bar.setAttribute('aria-label', file.name);
      this.state = document.createElement('span');
      this.state.className = 'small muted';
      this.state.setAttribute('aria-hidden', 'true');
      this.heard = document.createElement('span');
      this.heard.className = 'sr-only';
      this.heard.setAttribute('role', 'status');
      this.stop = document.createElement('button');
      this.stop.type = 'button';
      this.stop.className = 'plain-button';
      this.stop.textContent = words.cancel;
      this.stop.addEventListener('click', () => this.cancel());
      this.row.append(name, this.bar, this.state, this.heard, this.stop);
      zone.querySelector('.pieces-list').append(this.row);
    }

    // To the eye whenever it changes; to the ear when something else begins, and at each quarter.
    say(text, doing, part = 0) {
      this.state.textContent = text;
      this.bar.setAttribute('aria-valuetext', text);
      const step = doing + ' ' + Math.floor(4 * part);
      if (step === this.step) return;
      this.step = step;
      this.heard.textContent = text;
    }

    async ask(what, body, more) {
      const headers = { 'Content-Type': 'application/octet-stream', 'X-Cordon-Do': what, ...more };
      const answer = await fetch(this.zone.getAttribute('target'),
        { method: 'POST', credentials: 'same-origin', redirect: 'error', headers, body });
      if (answer.status === 422) throw Object.assign(new Error(await answer.text()), { final: true });
      if (!answer.ok) throw Object.assign(new Error('' + answer.status), { gone: answer.status < 500 });
      return answer.json();
    }

    // What is there of this file goes on only if the file begins with it: the server asks for proof.
    async begin(proof = {}) {
      const facts = {
        'X-Cordon-Name': encodeURIComponent(this.file.name), 'X-Cordon-Size': '' + this.file.size };
      let known = await this.ask('begin', '', { ...facts, ...proof });
      for (let tries = 0; known.prove && !this.cancelled; tries += 1) {
        const more = crypto.subtle && tries < TRIES
          ? await this.proof(known.prove, known.received, known.piece) : { 'X-Cordon-Anew': 'yes' };
        if (this.cancelled) return;
        known = await this.ask('begin', '', { ...facts, ...more });
      }
      if (this.cancelled) {
        if (known.id) await this.ask('cancel', '', { 'X-Cordon-Upload': known.id });
        return;
      }
      this.id = known.id;
      this.at = known.received;
      this.piece = known.piece;
      this.started = Date.now();
      this.from = this.at;
      this.draw();
    }

    // The digest of the digests of each piece: no browser digests a stream.
    async proof(id, received, piece) {
      const digests = [];
      for (let at = 0; at < received && !this.cancelled; at += piece) {
        this.checking(at, received);
        const slice = this.file.slice(at, Math.min(at + piece, received));
        digests.push(await crypto.subtle.digest('SHA-256', await slice.arrayBuffer()));
      }
      this.checking(received, received);
      return { 'X-Cordon-Upload': id, 'X-Cordon-Offset': '' + received,
        'X-Cordon-Digest': await this.digest(await new Blob(digests).arrayBuffer()) };
    }

    // Of many GiB that takes minutes, and nothing is sent meanwhile.
    checking(done, received) {
      this.bar.max = Math.max(1, received);
      this.bar.value = done;
      this.say(this.words.checking.replace('{0}', bytes(done)).replace('{1}', bytes(received)),
        'checking', done / this.bar.max);
    }

    // What came there without this page having heard so is proved as well.
    async goOn() {
      const { received } = await this.ask('where', '', { 'X-Cordon-Upload': this.id });
      if (received === this.at) return;
      if (crypto.subtle) {
        await this.begin(await this.proof(this.id, received, this.piece));
      } else {
        await this.ask('cancel', '', { 'X-Cordon-Upload': this.id });
        await this.begin({ 'X-Cordon-Anew': 'yes' });
      }
    }

    async run() {
      let failures = 0;
      while (!this.cancelled) {
        try {
          if (!this.id) await this.begin();
          else if (failures) await this.goOn();
          while (!this.cancelled && this.at < this.file.size) {
            const slice = await this.file.slice(this.at, this.at + this.piece).arrayBuffer();
            const digest = crypto.subtle
              ? { 'X-Cordon-Digest': await this.digest(slice) } : {};
            const kept = await this.ask('piece', slice,
              { 'X-Cordon-Upload': this.id, 'X-Cordon-Offset': '' + this.at, ...digest });
            if (kept.received !== this.at + slice.byteLength) throw new Error('not kept');
            this.at = kept.received;
            failures = 0;
            this.draw();
          }
          if (this.cancelled) return;
          this.whole = true;
          this.draw();
          this.tell();
          return;
        } catch (failure) {
          failures += 1;
          if (failure.final || failure.gone || failures > TRIES) {
            this.broke(failure.final ? failure.message : this.words.reload);
            return;
          }
          this.say(this.words.again, 'again');
          await wait(Math.min(30000, 500 * 2 ** failures));
        }
      }
    }

    async digest(slice) {
      const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', slice));
      return [...sum].map((one) => one.toString(16).padStart(2, '0')).join('');
    }

    draw() {
      this.bar.max = Math.max(1, this.file.size);
      this.bar.value = this.file.size ? this.at : 1;
      if (this.whole) {
        this.say(bytes(this.file.size) + ' · ' + this.words.whole, 'whole');
        return;
      }
      const speed = (this.at - this.from) / Math.max(1, Date.now() - this.started);
      const left = speed > 0 ? Math.ceil((this.file.size - this.at) / speed / 1000) : 0;
      const time = left > 90 ? Math.ceil(left / 60) + ' min' : left + ' s';
      this.say(bytes(this.at) + ' / ' + bytes(this.file.size)
        + (left ? ' · ' + this.words.left.replace('{0}', time) : ''),
      'sending', this.at / this.bar.max);
    }

    broke(why) {
      this.failed = true;
      this.say(why, 'broke');
      this.state.className = 'small note crit';
    }

    async cancel() {
      this.cancelled = true;
      this.row.remove();
      this.zone.sendings = this.zone.sendings.filter((other) => other !== this);
      this.tell();
      if (this.id) await this.ask('cancel', '', { 'X-Cordon-Upload': this.id }).catch(() => {});
    }

    tell() {
      const all = this.zone.sendings;
      const whole = all.length > 0 && all.every((one) => one.whole);
      this.zone.dispatchEvent(new CustomEvent('pieces-changed', {
        detail: { ids: whole ? all.map((one) => one.id).join(',') : '', count: all.length } }));
    }
  }

  // All is said by now; looking through many GiB takes its time, and nothing else waits for it.
  const finish = async (zone, unreachable) => {
    let failure = '';
    try {
      const answer = await fetch(zone.getAttribute('target'), { method: 'POST',
        credentials: 'same-origin', redirect: 'error',
        headers: { 'Content-Type': 'application/octet-stream', 'X-Cordon-Do': 'finish' }, body: '' });
      if (!answer.ok) failure = answer.status === 422 ? await answer.text() : unreachable;
    } catch (broken) {
      failure = unreachable;
    }
    zone.dispatchEvent(new CustomEvent('pieces-finished', { detail: { failure } }));
  };

  window.cordonPieces = (zone, words) => {
    if (zone.sendings) return;
    zone.sendings = [];
    let turn = Promise.resolve();
    const take = (files) => {
      for (const file of files) {
        const sending = new Sending(zone, words, file);
        zone.sendings.push(sending);
        sending.draw();
        turn = turn.then(() => sending.run());
      }
      if (files.length) zone.sendings[0].tell();
    };
    const input = zone.querySelector('input[type=file]');
    input.addEventListener('change', () => {
      take([...input.files]);
      input.value = '';
    });
    zone.addEventListener('dragover', (event) => {
      event.preventDefault();
      zone.classList.add('over');
    });
    zone.addEventListener('dragleave', () => zone.classList.remove('over'));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      zone.classList.remove('over');
      take([...event.dataTransfer.files]);
    });
    const paste = (event) => {
      if (!zone.isConnected) {
        document.removeEventListener('paste', paste);
        return;
      }
      const pictures = [...(event.clipboardData?.files || [])]
        .filter((file) => file.type.startsWith('image/'));
      if (!pictures.length) return;
      event.preventDefault();
      const now = new Date().toISOString().replace(/[:.]/g, '-');
      take(pictures.map((picture, i) => new File([picture],
        'screenshot-' + now + (i ? '-' + i : '') + '.' + (picture.type.split('/')[1] || 'png'),
        { type: picture.type })));
      zone.dispatchEvent(new CustomEvent('pieces-pasted'));
    };
    document.addEventListener('paste', paste);
  };
  window.cordonPieces.finish = finish;
})();
