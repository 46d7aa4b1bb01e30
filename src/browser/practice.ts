import {all, type Behavior} from './behavior';
import {button} from './element';
import {trouble} from './trouble';

const brought = new WeakSet<HTMLElement>();

/** Asks the reader the questions of the page, from a module of its own. */
export default {
  arrive() {
    for (const place of all('practice')) {
      if (!brought.has(place)) {
        brought.add(place);
        import('./practice/index')
          .then(({practiseIn}) => practiseIn(place))
          .catch((error: unknown) => {
            reportError(error);
            const message =
              '떠올려 보기를 불러오지 못했습니다. 인터넷 연결을 확인해 주세요. 아래의 질문은 그대로 읽을 수 있습니다.';
            place.replaceChildren(
              trouble(
                message,
                button('다시 불러오기', () => location.reload()),
              ),
            );
          });
      }
    }
  },
} satisfies Behavior;
