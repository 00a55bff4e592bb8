using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading;

namespace LibraryCalls.Constructs;

/// <summary>Type initialisers, thread statics, lazy values, generic code, casts, reflection and dynamic code.</summary>
internal static class FirstUse
{
    private static readonly ThreadLocal<Thing> OfThread = new(static () => new Thing());
    private static readonly AsyncLocal<int> OfFlow = new();
    private static readonly Lazy<Thing> Later = new(static () => new Thing());
    private static readonly ConditionalWeakTable<Thing, Thing> Attached = [];
    private static readonly WeakReference<Thing> Weak = new(State.Thing);
    private static readonly Generic Gvm_target = new Derived();
    private static readonly IPart Interface = State.Part;
    private static readonly Thing Virtual_target = new MoreThing();
    private static readonly MethodInfo Method = typeof(FirstUse).GetMethod(nameof(Nothing), BindingFlags.NonPublic | BindingFlags.Static);
    private static IEnumerable<string> _texts = new List<string> { "a" };

    [ThreadStatic] private static int _number;
    [ThreadStatic] private static Thing _thing;

    [First] public static void Threadstatic_int() => _number++;

    [First] public static void Threadstatic_obj() => _thing = State.Thing;

    [First] public static void Threadlocal() => Sink.Take(OfThread.Value);

    [Free] public static void Asynclocal_get() => Sink.Take(OfFlow.Value);

    [Allocates] public static void Asynclocal_set() => OfFlow.Value++;

    [First] public static void Lazy() => Sink.Take(Later.Value);

    [First] public static void Cctor() => Sink.Take(Exact.Object);

    [First] public static void Beforefieldinit() => Sink.Take(Relaxed.Object);

    [First] public static void Nested_types_cctor() => Sink.Take(Relaxed.Inner.Object);

    [Free] public static void Gvm() => Gvm_target.Do(State.Text);

    [Free] public static void Iface_dispatch() => Sink.Take(Interface.Get());

    [Free] public static void Virtual() => Sink.Take(Virtual_target.Get());

    [Free] public static void Shared_generic_typeof() => Sink.Take(TypeOf<string>());

    [Allocates] public static void Shared_generic_new() => State.Object = NewList<string>();

    [Free] public static void Typeof() => Sink.Take(typeof(Thing));

    [Free] public static void Cast_iface() => Sink.Take((IEnumerable<object>)_texts);

    [Allocates] public static void Dynamic()
    {
        dynamic number = State.Number;
        Sink.Take((int)(number + State.Other));
    }

    [First] public static void Reflection_getmethod() => Sink.Take(typeof(Thing).GetMethod(nameof(Thing.Act)));

    [Allocates] public static void Reflection_invoke() => Sink.Take(Method.Invoke(null, null));

    [First] public static void Activity_current() => Sink.Take(Activity.Current);

    [First, Blocks] public static void Eventsource_disabled() => Events.Log.Happened(State.Number);

    [First] public static void Cwt() => Sink.Take(Attached.GetValue(State.Thing, static t => t));

    [Free] public static void Weakref_target() => Sink.Take(Weak.TryGetTarget(out _));

    private static int Nothing() => State.Zero;

    private static Type TypeOf<T>() => typeof(List<T>);

    private static List<T> NewList<T>() => [];

    private static class Exact
    {
        public static readonly object Object;

        static Exact() => Object = new object();
    }

    private static class Relaxed
    {
        public static readonly object Object = new();

        public static class Inner
        {
            public static readonly object Object = new();
        }
    }

    private sealed class MoreThing : Thing
    {
        public override int Get() => Number + 1;
    }

    private abstract class Generic
    {
        public abstract void Do<T>(T value);
    }

    private sealed class Derived : Generic
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public override void Do<T>(T value) => Sink.Take(value);
    }

    private sealed class Events : EventSource
    {
        public static readonly Events Log = new();

        [Event(1)]
        public void Happened(int number)
        {
            if (IsEnabled())
            {
                WriteEvent(1, number);
            }
        }
    }
}
