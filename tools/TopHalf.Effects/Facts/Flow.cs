using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace TopHalf.Effects;

/// <summary>
/// What of a method's body runs when nothing goes wrong: without what leads to a throw only, without handlers of exceptions, and without
/// what a tracer or debugger would have to be attached for.
/// </summary>
internal sealed class Flow
{
    private readonly Collection<Instruction> _code;
    private readonly Dictionary<Instruction, int> _index;
    private readonly bool[] _dead;
    private readonly Collection<ExceptionHandler> _handlers;

    public Flow(MethodDefinition method, NeverReturns neverReturns)
    {
        _code = method.Body.Instructions;
        _handlers = method.Body.ExceptionHandlers;
        _index = new Dictionary<Instruction, int>(_code.Count);
        for (int i = 0; i < _code.Count; i++)
        {
            _index.Add(_code[i], i);
        }

        _dead = DeadCode.Of(method, neverReturns);
        Reached = From(0, -1);
    }

    /// <summary>By the index of the instruction.</summary>
    public bool[] Reached { get; }

    /// <summary>Whether some of it leads to a throw and nowhere else.</summary>
    public bool HasDeadEnds => _dead.Contains(true);

    public int IndexOf(Instruction instruction) => _index[instruction];

    /// <summary>What can be reached from an instruction, without the way through <paramref name="barrier"/>.</summary>
    public bool[] From(int start, int barrier)
    {
        bool[] reached = new bool[_code.Count];
        var open = new Stack<int>();
        Enter(start);
        do
        {
            while (open.TryPop(out int i))
            {
                foreach (int next in After(i))
                {
                    Enter(next);
                }
            }

            // A finally block runs after its try block, however that ends.
            foreach (ExceptionHandler handler in _handlers)
            {
                if (handler.HandlerType == ExceptionHandlerType.Finally && IsEntered(handler, reached))
                {
                    Enter(_index[handler.HandlerStart]);
                }
            }
        }
        while (open.Count > 0);
        return reached;

        void Enter(int i)
        {
            if (i < reached.Length && i != barrier && !reached[i] && !_dead[i])
            {
                reached[i] = true;
                open.Push(i);
            }
        }
    }

    private bool IsEntered(ExceptionHandler handler, bool[] reached)
    {
        for (int i = _index[handler.TryStart]; i < _code.Count && _code[i] != handler.TryEnd; i++)
        {
            if (reached[i])
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<int> After(int i)
    {
        Instruction instruction = _code[i];
        switch (instruction.OpCode.FlowControl)
        {
            case FlowControl.Return or FlowControl.Throw:
                return [];
            case FlowControl.Branch:
                return [_index[(Instruction)instruction.Operand]];
            case FlowControl.Cond_Branch:
                return instruction.Operand is Instruction target && i > 0 && Switches.Value(_code[i - 1]) is { } value
                    ? [(instruction.OpCode.Code is Code.Brtrue or Code.Brtrue_S) == value ? _index[target] : i + 1]
                    : [.. DeadCode.Targets(instruction).Select(t => _index[t]), i + 1];
            default:
                return [i + 1];
        }
    }
}
