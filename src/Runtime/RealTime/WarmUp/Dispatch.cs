using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf;

/// <summary>
/// The virtual calls, interface calls and calls of delegates that were met, and the classes and delegates that can be there: each
/// call is held against each class once, whichever comes first.
/// </summary>
/// <param name="reached">Gets every method that such a call may run.</param>
[RequiresUnreferencedCode("Looks at the methods of types.")]
[RequiresDynamicCode("Makes instances of generic methods.")]
internal sealed class Dispatch(Action<MethodBase> reached)
{
    private readonly Overrides _overrides = new();
    private readonly HashSet<Type> _live = [];
    private readonly Dictionary<Type, List<Type>> _liveBelow = []; // by the type that calls name
    private readonly Dictionary<Type, List<MethodInfo>> _calls = []; // by the type that they name
    private readonly HashSet<MethodKey> _known = [];
    private readonly Dictionary<Type, List<Delegate>> _delegates = [];
    private readonly HashSet<Type> _invoked = [];

    /// <summary>Objects of this class, or boxes of this struct, can be there.</summary>
    public void AddType(Type type)
    {
        if (type.IsAbstract || type.ContainsGenericParameters || !_live.Add(type))
        {
            return;
        }

        // A copy of the keys: what is reached may bring further calls.
        foreach (Type named in _calls.Keys.ToArray())
        {
            if (named.IsAssignableFrom(type))
            {
                _liveBelow[named].Add(type);
                foreach (MethodInfo call in _calls[named].ToArray())
                {
                    Resolve(type, call);
                }
            }
        }
    }

    /// <summary>A virtual method or one of an interface is called on an object of unknown class.</summary>
    public void AddCall(MethodInfo called)
    {
        if (called.DeclaringType is not { } named || !_known.Add(MethodKey.Of(called)))
        {
            return;
        }

        if (!_calls.TryGetValue(named, out List<MethodInfo>? calls))
        {
            _calls.Add(named, calls = []);
            _liveBelow.Add(named, [.. _live.Where(named.IsAssignableFrom)]);
        }

        calls.Add(called);
        foreach (Type type in _liveBelow[named].ToArray())
        {
            Resolve(type, called);
        }
    }

    /// <summary>This delegate can be there.</summary>
    public void AddDelegate(Delegate value)
    {
        Type type = value.GetType();
        if (!_delegates.TryGetValue(type, out List<Delegate>? all))
        {
            _delegates.Add(type, all = []);
        }

        all.Add(value);
        if (_invoked.Contains(type))
        {
            Reach(value);
        }
    }

    /// <summary>Delegates of this type are called.</summary>
    public void AddInvocation(Type type)
    {
        if (_invoked.Add(type) && _delegates.TryGetValue(type, out List<Delegate>? all))
        {
            all.ForEach(Reach);
        }
    }

    /// <summary>The method that a call runs on an object or, where it is constrained, a value of a type; null where that cannot be told.</summary>
    public MethodInfo? Target(Type type, MethodInfo called)
    {
        try
        {
            return _overrides.Of(type, called);
        }
#pragma warning disable CA1031 // An array that is called as a collection, for one: its methods are the runtime's own.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }

    private void Resolve(Type type, MethodInfo called)
    {
        if (Target(type, called) is { } target)
        {
            reached(target);
        }
    }

    private void Reach(Delegate value)
    {
        foreach (Delegate single in value.GetInvocationList())
        {
            reached(single.Method);
        }
    }
}
