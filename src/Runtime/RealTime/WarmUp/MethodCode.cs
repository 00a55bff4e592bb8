using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf;

/// <summary>The body of one method: its instructions, with what their tokens stand for where its type parameters are what they are.</summary>
[RequiresUnreferencedCode("Reads the bodies of methods.")]
internal sealed class MethodCode
{
    private readonly MethodBase _method;
    private readonly Type[]? _typeArguments;
    private readonly Type[]? _methodArguments;
    private readonly Dictionary<int, MethodBase?> _methods = []; // by token: who looks for dead ends asks too

    private MethodCode(MethodBase method, List<IlInstruction> instructions)
    {
        _method = method;
        _typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        _methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        Instructions = instructions;
    }

    public List<IlInstruction> Instructions { get; }

    /// <summary>Null for a method without instructions: an abstract, a native one, one of the runtime's.</summary>
    public static MethodCode? Of(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } bytes)
        {
            return null;
        }

        var instructions = new List<IlInstruction>();
        var reader = new IlReader(bytes);
        while (reader.Read())
        {
            int[] targets = [];
            if (IlCode.IsBranch(reader.Code))
            {
                targets = [reader.Operand];
            }
            else if (reader.Code == IlCode.Switch)
            {
                targets = new int[reader.Operand];
                for (int i = 0; i < targets.Length; i++)
                {
                    targets[i] = reader.Target(i);
                }
            }

            instructions.Add(new IlInstruction(reader.Offset, reader.Code, reader.Operand, targets));
        }

        return new MethodCode(method, instructions);
    }

    /// <summary>The method of a token; null where it cannot be had, a missing assembly for one.</summary>
    public MethodBase? Method(int token)
    {
        if (!_methods.TryGetValue(token, out MethodBase? method))
        {
            method = Resolve(token, static (c, t) => c._method.Module.ResolveMethod(t, c._typeArguments, c._methodArguments));
            _methods.Add(token, method);
        }

        return method;
    }

    /// <summary>The field of a token; null where it cannot be had.</summary>
    public FieldInfo? Field(int token) => Resolve(token, static (c, t) => c._method.Module.ResolveField(t, c._typeArguments, c._methodArguments));

    /// <summary>The type of a token; null where it cannot be had.</summary>
    public Type? Type(int token) => Resolve(token, static (c, t) => c._method.Module.ResolveType(t, c._typeArguments, c._methodArguments));

    private T? Resolve<T>(int token, Func<MethodCode, int, T?> resolve)
        where T : class
    {
        try
        {
            return resolve(this, token);
        }
#pragma warning disable CA1031 // What cannot be loaded is not prepared; the handler meets it, or never does.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
