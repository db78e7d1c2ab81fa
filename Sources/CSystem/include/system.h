// The door to calls of the operating system that Swift cannot reach: variadic ones and GNU extensions.
#pragma once
