import {button} from '../element';
import {notify} from '../notice';

/** A button that records what is said, from its press on, and what it has recorded. */
export interface Recorder {
  element: HTMLButtonElement;
  /** Ends the recording and lets go of the microphone; the same each time. Undefined when nothing was recorded. */
  stop: () => Promise<Blob | undefined>;
}

/** Safari plays of its own recordings only this one. */
const preferred = ['audio/mp4', 'audio/webm'];

/** Nothing asks for the microphone but a press; the sound stays in memory, and goes with the page. */
export function recorderOf(): Recorder {
  const parts: Blob[] = [];
  let recording: MediaRecorder | undefined;
  let isOver = false;
  let sound: Promise<Blob | undefined> | undefined;
  const pressed = button('녹음', () => void begin());

  async function begin(): Promise<void> {
    pressed.disabled = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({audio: true});
      if (isOver) {
        release(stream);
        return;
      }
      const mimeType = preferred.find((type) => MediaRecorder.isTypeSupported(type)) ?? '';
      recording = new MediaRecorder(stream, {mimeType});
      recording.addEventListener('dataavailable', ({data}) => parts.push(data));
      recording.start();
      pressed.textContent = '녹음 중';
      pressed.dataset.recording = '';
      notify('녹음합니다. 답을 펼치면 멈춥니다');
    } catch {
      pressed.disabled = false;
      notify(
        '마이크를 쓸 수 없습니다. 녹음하지 않아도 면접은 그대로 이어집니다. 녹음하려면 주소 옆의 설정에서 마이크를 허용해 주세요',
      );
    }
  }

  return {
    element: pressed,
    stop() {
      isOver = true;
      return (sound ??= soundOf(recording));
    },
  };

  async function soundOf(ended: MediaRecorder | undefined): Promise<Blob | undefined> {
    if (!ended) {
      return undefined;
    }
    // It has ended by itself when the microphone went away.
    if (ended.state !== 'inactive') {
      await new Promise((resolve) => {
        ended.addEventListener('stop', resolve);
        ended.stop();
      });
    }
    release(ended.stream);
    return new Blob(parts, {type: ended.mimeType});
  }
}

function release(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}

/**
 * Plays a recording. Through Web Audio: the security policy lets an <audio> have no source that a
 * script made.
 */
export function playButton(sound: Blob): HTMLButtonElement {
  let playing: AudioBufferSourceNode | undefined;
  const play = async () => {
    if (playing) {
      playing.stop();
      return;
    }
    try {
      const context = new AudioContext();
      const buffer = await context.decodeAudioData(await sound.arrayBuffer());
      const source = new AudioBufferSourceNode(context, {buffer});
      source.connect(context.destination);
      source.addEventListener('ended', () => {
        playing = undefined;
        pressed.textContent = label;
        void context.close();
      });
      source.start();
      playing = source;
      pressed.textContent = `멈춤 (${Math.round(buffer.duration)}초)`;
    } catch {
      notify('녹음을 들려줄 수 없습니다. 이 브라우저가 제가 녹음한 것을 읽지 못합니다');
    }
  };
  const label = '내 답 듣기';
  const pressed = button(label, () => void play());
  return pressed;
}
