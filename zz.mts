import {readBuiltSite, versionsOf, identityOf} from './outputs/builtSite.ts';
import {composeBook} from './outputs/book/composeBook.ts';
import {bookHtml} from './outputs/book/bookHtml.ts';
const pages = readBuiltSite('build');
for (const v of versionsOf(pages)) console.log(v.name, bookHtml(composeBook(v, identityOf(pages),'build'), {paper:'a5',isPlain:false}).match(/<img[^>]*>|url\([^)]*\)|[^"' ]*(assets\/images|img)\/[^"' )]*/g)?.slice(0,12));
