using System;
using LibraryCalls.Constructs;

namespace LibraryCalls;

/// <summary>What the process that measures calls before each construct.</summary>
public static class Filling
{
    public static void FillState(int _)
    {
        (State.Number, State.Other, State.Index, State.Zero, State.Maybe) = (123456, 654321, 1, 0, 5);
        (State.Never, State.Letter) = (false, 'x');
        (State.Day, State.AnotherDay, State.Rights) = (DayOfWeek.Friday, DayOfWeek.Monday, Rights.Read | Rights.Write);
        State.Plain = new() { A = 1, B = 2 };
        State.Pair = new(1, 2);
        State.Part = new() { Id = 3 };
        (State.Text, State.OtherText, State.Object) = ("some,text", "more", "text");
        State.Ints = [3, 1, 2, 5, 4];
        State.List = [3, 1, 2];
        State.Thing = new() { Number = 7 };
    }
}
