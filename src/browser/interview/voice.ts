/** A Korean voice of this device: others send what they read to a server. */
function koreanVoice(): SpeechSynthesisVoice | undefined {
  return 'speechSynthesis' in window
    ? speechSynthesis
        .getVoices()
        .find(({lang, localService}) => /^ko\b/i.test(lang) && localService)
    : undefined;
}

/** Calls when a Korean voice is there: some browsers learn of theirs late. */
export function whenKoreanVoice(then: () => void): void {
  if (koreanVoice()) {
    then();
  } else if ('speechSynthesis' in window) {
    speechSynthesis.addEventListener('voiceschanged', () => koreanVoice() && then(), {once: true});
  }
}

/** No question takes longer to read; some voices never say that they have ended. */
const longest = 15_000;

/** Reads a text aloud, where there is a Korean voice. Gives when it has ended. */
export function speak(text: string): Promise<void> {
  const voice = koreanVoice();
  if (!voice) {
    return Promise.resolve();
  }
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = 'ko-KR';
  speechSynthesis.cancel();
  return new Promise((resolve) => {
    utterance.addEventListener('end', () => resolve());
    utterance.addEventListener('error', () => resolve());
    setTimeout(resolve, longest);
    speechSynthesis.speak(utterance);
  });
}

/** Stops reading. */
export function silence(): void {
  if ('speechSynthesis' in window) {
    speechSynthesis.cancel();
  }
}
