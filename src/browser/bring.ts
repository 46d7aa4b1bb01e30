import type {ElementBehavior} from '@site/lib/behaviors';
import {all, type Behavior} from './behavior';
import {button} from './element';
import {trouble} from './trouble';

/**
 * A behaviour whose code is a module of its own, for the pages that have its elements.
 * @param load imports it; what it gives fills an element
 * @param failed said in Korean when it does not come
 */
export function bring(
  name: ElementBehavior,
  load: () => Promise<(place: HTMLElement) => Promise<void>>,
  failed: string,
): Behavior {
  const brought = new WeakSet<HTMLElement>();
  return {
    arrive() {
      for (const place of all(name)) {
        if (!brought.has(place)) {
          brought.add(place);
          load()
            .then((fill) => fill(place))
            .catch((error: unknown) => {
              reportError(error);
              place.replaceChildren(
                trouble(
                  failed,
                  button('다시 불러오기', () => location.reload()),
                ),
              );
            });
        }
      }
    },
  };
}
