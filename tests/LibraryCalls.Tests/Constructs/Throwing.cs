#nullable enable

using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LibraryCalls.Constructs;

/// <summary>Exceptions that are thrown and caught, arithmetic that may throw, and recursion.</summary>
internal static class Throwing
{
    private static readonly InvalidOperationException Ready = new();
    private static object _text = "text";
    private static Thing? _none;

    [Allocates, Throws("TH4001")] public static void Throw_catch()
    {
        try
        {
            throw new InvalidOperationException();
        }
        catch (InvalidOperationException)
        {
        }
    }

    [Allocates, Throws("TH4001")] public static void Throw_prealloc()
    {
        try
        {
            throw Ready;
        }
        catch (InvalidOperationException)
        {
        }
    }

    [Allocates, Throws("TH4001")] public static void Throw_helper_catch()
    {
        try
        {
            Refuse(nameof(State.Number));
        }
        catch (ArgumentException)
        {
        }
    }

    [Allocates, Throws("TH4093")] public static void Div0()
    {
        try
        {
            Sink.Take(State.Number / State.Zero);
        }
        catch (DivideByZeroException)
        {
        }
    }

    [Allocates, Throws("TH4092")] public static void Nullref()
    {
        try
        {
            Sink.Take(_none.Number);
        }
        catch (NullReferenceException)
        {
        }
    }

    [Allocates, Throws("TH4095")] public static void Badcast()
    {
        try
        {
            Sink.Take((Thing)_text);
        }
        catch (InvalidCastException)
        {
        }
    }

    [Allocates, Throws("TH4094")] public static void Ovf()
    {
        try
        {
            Sink.Take(checked((State.Number * State.Other) + State.Number));
        }
        catch (OverflowException)
        {
        }
    }

    [Allocates, Throws("TH4096")] public static void Switch_expr_throw()
    {
        try
        {
            Sink.Take(State.Number switch { 1 => 2, 2 => 3 });
        }
        catch (SwitchExpressionException)
        {
        }
    }

    [Free] public static void Try_finally()
    {
        try
        {
            State.Index = 1;
        }
        finally
        {
            State.Zero = 0;
        }
    }

    [Free] public static void Using_struct()
    {
        using var scope = new Scope();
        Sink.Take(State.Number);
    }

    [Free] public static void Checked_add() => Sink.Take(checked(State.Number + State.Other));

    [Free] public static void Div() => Sink.Take(State.Number / State.Index);

    [Free] public static void Recursion() => Sink.Take(Sum(8));

    [DoesNotReturn]
    private static void Refuse(string name) => throw new ArgumentException("Not this one.", name);

    private static int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1);

    private struct Scope : IDisposable
    {
        public void Dispose() => State.Zero = 0;
    }
}
