using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf;

/// <summary>
/// The methods that can be reached from some, found in their own instructions. Where a call leaves open what it runs, all classes
/// count of which there are objects: those that can be reached from given objects and from static fields, and those that reached
/// code makes. Type initialisers of what is reached are run on the way, since their fields hold objects too.
/// </summary>
[RequiresUnreferencedCode("Reads the bodies of methods.")]
[RequiresDynamicCode("Makes instances of generic methods.")]
internal sealed class ReachedCode
{
    // A bound for code that makes ever new types of types.
    private const int MaximalMethods = 20_000;

    // One call into the platform's compiled code was enough wherever it was tried; what is vectorised is compiled after all, and may
    // be one call further.
    private const int PlatformDepth = 2;

    private readonly Dictionary<MethodKey, int> _depths = []; // how far inside of the platform's own code, by the shortest way
    private readonly List<MethodBase> _methods = [];
    private readonly Queue<(MethodBase Method, int Depth)> _open = new();
    private readonly HashSet<FieldInfo> _statics = [];
    private readonly PlatformCode _platform = new();
    private readonly FunctionPointers _pointers;
    private readonly TypeInitialisers _initialisers;
    private readonly DeadEnds _deadEnds = new();
    private readonly Dispatch _dispatch;
    private readonly ObjectGraph _graph;
    private int _depth; // of the method that is walked

    /// <param name="entry">What runs first.</param>
    /// <param name="given">An object of each class that is there, and the delegates.</param>
    public ReachedCode(MethodBase entry, IEnumerable<object> given)
    {
        _dispatch = new Dispatch(Reach);
        _graph = new ObjectGraph(Add);
        _pointers = new FunctionPointers(Reach);
        _initialisers = new TypeInitialisers(_pointers.AddHolder);
        foreach (object value in given)
        {
            Add(value);
        }

        Reach(entry);
        WalkAll();
    }

    /// <summary>What was reached, the entry first.</summary>
    public IReadOnlyList<MethodBase> Methods => _methods;

    private void WalkAll()
    {
        while (_open.TryDequeue(out (MethodBase Method, int Depth) next))
        {
            // Unless a shorter way to it was found meanwhile.
            if (_depths[MethodKey.Of(next.Method)] == next.Depth)
            {
                _depth = next.Depth;
                Walk(next.Method);
            }
        }
    }

    private void Add(object value)
    {
        if (value is Delegate function)
        {
            _dispatch.AddDelegate(function);
        }
        else
        {
            _pointers.AddHolder(value.GetType());
            _dispatch.AddType(value.GetType());
        }
    }

    private void Reach(MethodBase method)
    {
        if (method.ContainsGenericParameters || method.DeclaringType is { ContainsGenericParameters: true })
        {
            return;
        }

        var key = MethodKey.Of(method);
        int depth = _platform.Has(method) ? _depth + 1 : 0;
        bool known = _depths.TryGetValue(key, out int before);
        if (depth > PlatformDepth || (known && before <= depth) || _methods.Count == MaximalMethods)
        {
            return;
        }

        _depths[key] = depth;
        _open.Enqueue((method, depth));
        if (!known)
        {
            _methods.Add(method);
        }
    }

    private void Walk(MethodBase method)
    {
        try
        {
            _initialisers.RunFor(method);
            if (MethodCode.Of(method) is { } code)
            {
                Walk(code);
            }
        }
#pragma warning disable CA1031 // What cannot be read or loaded is not prepared; the handler meets it, or never does.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private void Walk(MethodCode code)
    {
        bool[] dead = _deadEnds.Of(code);
        Type? constrained = null;
        for (int i = 0; i < dead.Length; i++)
        {
            IlInstruction instruction = code.Instructions[i];
            if (dead[i])
            {
                continue;
            }

            if (IlCode.NamesMethod(instruction.Code))
            {
                if (code.Method(instruction.Token) is { } method)
                {
                    VisitMethod(method, instruction.Code, constrained);
                }
            }
            else if (IlCode.NamesStatic(instruction.Code))
            {
                VisitStatic(code.Field(instruction.Token));
            }
            else if (instruction.Code == IlCode.Box && code.Type(instruction.Token) is { IsValueType: true } boxed)
            {
                _dispatch.AddType(boxed);
            }
            else if (instruction.Code == IlCode.CallIndirect)
            {
                _pointers.AddCall();
            }

            constrained = instruction.Code == IlCode.Constrained ? code.Type(instruction.Token) : null;
        }
    }

    private void VisitMethod(MethodBase method, int instruction, Type? constrained)
    {
        switch (instruction)
        {
            case IlCode.NewObject when method.DeclaringType is { } made:
                _dispatch.AddType(made);
                Reach(method);
                break;
            case IlCode.Call or IlCode.CallVirtual or IlCode.LoadFunction or IlCode.LoadVirtualFunction when constrained is not null:
                VisitConstrained((MethodInfo)method, constrained);
                break;
            case IlCode.CallVirtual or IlCode.LoadVirtualFunction when method is MethodInfo { IsVirtual: true } called:
                VisitVirtual(called);
                break;
            default:
                Reach(method);
                break;
        }
    }

    private void VisitConstrained(MethodInfo called, Type type)
    {
        // Of a class that is not sealed it is a virtual call like any other.
        if (!called.IsStatic && !type.IsValueType && !type.IsSealed)
        {
            VisitVirtual(called);
        }
        else if (!called.IsVirtual)
        {
            Reach(called);
        }
        else if (_dispatch.Target(type, called) is { } target)
        {
            Reach(target);
        }
    }

    private void VisitVirtual(MethodInfo called)
    {
        if (!called.IsVirtual)
        {
            Reach(called);
        }
        else if (called.DeclaringType is { } type && typeof(Delegate).IsAssignableFrom(type)
            && called.GetMethodImplementationFlags().HasFlag(MethodImplAttributes.Runtime))
        {
            _dispatch.AddInvocation(type);
        }
        else if (called.IsFinal || called.DeclaringType is { IsSealed: true })
        {
            Reach(called);
        }
        else
        {
            _dispatch.AddCall(called);
        }
    }

    private void VisitStatic(FieldInfo? field)
    {
        if (field is null || !_statics.Add(field))
        {
            return;
        }

        _initialisers.Run(field.DeclaringType);
        _graph.VisitStatic(field);
    }
}
