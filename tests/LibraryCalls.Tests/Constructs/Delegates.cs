using System;
using System.Runtime.CompilerServices;

namespace LibraryCalls.Constructs;

/// <summary>Lambdas, method groups, closures and events; and functions that are only called.</summary>
internal static unsafe class Delegates
{
    private static readonly Action Kept = Act;
    private static readonly Func<int, int> Twice = Double;
    private static readonly Receiver Made = new();
    private static event Action Happened;

    [First] public static void Lambda_static() => State.Action = static () => State.Zero = 0;

    [First] public static void Lambda_nocapture() => State.Action = () => State.Zero = 0;

    [Allocates] public static void Lambda_capture()
    {
        int number = State.Number;
        State.Action = () => State.Zero = number;
    }

    [First] public static void Mg_static() => State.Action = Act;

    // Reached through a parameter, as an argument.
    [First] public static void Mg_static_as_argument() => Keep(Act);

    [First] public static void Mg_static_impl()
    {
        Action action = Act;
        action();
    }

    [Allocates] public static void Mg_instance() => State.Action = State.Thing.Act;

    [Allocates] public static void Mg_inst() => Keep(State.Thing.Act);

    [Allocates] public static void Mg_struct() => State.Action = State.Part.Act;

    [Allocates] public static void Mg_newdelegate() => Keep(new Action(Act));

    [Allocates] public static void New_delegate_explicit() => State.Action = new Action(Act);

    [First] public static void Mg_static_localfunc()
    {
        Keep(Clear);
        static void Clear() => State.Zero = 0;
    }

    [First] public static void Local_func_static_delegate()
    {
        State.Action = Clear;
        static void Clear() => State.Zero = 0;
    }

    [Allocates] public static void Delegate_nonescape()
    {
        int number = State.Number;
        Func<int, int> add = n => n + number;
        Sink.Take(add(State.Other));
    }

    [Free] public static void Local_func_capture_direct()
    {
        int number = State.Number;
        Sink.Take(Add(State.Other));
        int Add(int n) => n + number;
    }

    [Allocates] public static void Closure_branch_not_taken()
    {
        int number = State.Number;
        if (State.Never)
        {
            State.Action = () => State.Zero = number;
        }
    }

    [Allocates] public static void Closure_param() => MayKeep(State.Number);

    [Allocates] public static void Lam_this_like() => Made.Keep();

    [First] public static void Lam_generic_ref() => KeepOf<string>();

    [First] public static void Lam_generic_val() => KeepOf<int>();

    [Allocates] public static void Delegate_combine() => State.Object = Kept + State.Thing.Act;

    [Allocates] public static void Event_add()
    {
        Happened += State.Thing.Act;
        Happened -= State.Thing.Act;
    }

    [Free] public static void Fnptr()
    {
        delegate*<int, int> twice = &Double;
        Sink.Take(twice(State.Number));
    }

    [Free] public static void Delegate_invoke() => Sink.Take(Twice(State.Number));

    [Allocates] public static void Dynamicinvoke() => Sink.Take(Twice.DynamicInvoke(State.Number));

    private static void Act() => State.Zero = 0;

    private static int Double(int n) => n * 2;

    private static void Keep(Action action) => State.Action = action;

    private static void KeepOf<T>() => State.Object = (Func<T, T>)(static t => t);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MayKeep(int number)
    {
        if (State.Never)
        {
            State.Action = () => State.Zero = number;
        }
    }

    private sealed class Receiver
    {
        private int _number;

        public void Keep() => State.Object = (Action)(() => _number++);
    }
}
