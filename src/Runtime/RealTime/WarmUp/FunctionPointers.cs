using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf;

/// <summary>
/// Calls through function pointers. A pointer says nothing of its method that could be asked, so what the constructors of a type
/// take, and its methods that they call, counts as called: the table of a driver with many vectors, fields of the driver.
/// </summary>
/// <param name="reached">Gets the methods behind the pointers.</param>
[RequiresUnreferencedCode("Reads the bodies of methods.")]
internal sealed class FunctionPointers(Action<MethodBase> reached)
{
    private readonly HashSet<Type> _holders = [];
    private bool _called;

    /// <summary>This type is initialised, or there are objects of it.</summary>
    public void AddHolder(Type type)
    {
        // The library keeps its own pointers, and calls them in native code.
        if (type.Assembly != typeof(object).Assembly && _holders.Add(type) && _called)
        {
            Read(type);
        }
    }

    /// <summary>A function pointer is called.</summary>
    public void AddCall()
    {
        if (!_called)
        {
            _called = true;
            foreach (Type type in _holders)
            {
                Read(type);
            }
        }
    }

    private void Read(Type type)
    {
        const BindingFlags Constructors =
            BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var methods = new Queue<MethodBase>(type.GetConstructors(Constructors));
        var seen = new HashSet<MethodKey>();
        while (methods.TryDequeue(out MethodBase? current))
        {
            if (!seen.Add(MethodKey.Of(current)) || MethodCode.Of(current) is not { } code)
            {
                continue;
            }

            foreach (IlInstruction instruction in code.Instructions)
            {
                if (instruction.Code is IlCode.LoadFunction or IlCode.Call && code.Method(instruction.Token) is { } method)
                {
                    if (instruction.Code == IlCode.LoadFunction)
                    {
                        reached(method);
                    }
                    else if (method.DeclaringType == type)
                    {
                        methods.Enqueue(method);
                    }
                }
            }
        }
    }
}
