"use strict";
/* vis-network adds style sheets of its own while it loads, for widgets that this page does not use. The page's security
   policy would refuse each with an error in the console. They get an inert element instead; everything else is as usual. */
Document.prototype.createElement = (function (create) {
  return function (name, options) {
    return create.call(this, name === "style" ? "template" : name, options);
  };
})(Document.prototype.createElement);
