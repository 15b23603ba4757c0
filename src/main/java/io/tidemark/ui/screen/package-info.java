/// What the shell and the screens know of each other: ids, requests, navigation, notices.
///
/// No screen knows another; they meet here. May use `market`, `workspace`, `pipeline`
/// and the states of `gateway`.
@NullMarked
package io.tidemark.ui.screen;

import org.jspecify.annotations.NullMarked;
